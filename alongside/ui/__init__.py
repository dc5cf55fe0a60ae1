"""How everything looks: the frame, the forms, the few components. Knows no other room but the clock.

Words: *theirs* are a participant's words, always in the serif face; *ours* are a worker's. The *frame* is
what stands around a staff page. A *blank* is an open question. *Held* words could not be taken yet and are
given back.

**Pages.** Extend `ui/page.html` (staff), `ui/bare.html` (sign-in, simple pages, errors) or `ui/print.html`.
Blocks: `title` (neutral; the umbrella's name is added), `head`, `main`, `main_class` ("narrow" to read or
write, "slim" for little); print also has `back` and `foot`. `main` begins with `<h1>`.

**Forms.** Start from `forms.KindForm`; it adds the hidden `once`, `draft` and `version` and offers `once()`,
`seen_version()`, `draft_key()`. `forms.WordsField(theirs=True)` keeps words verbatim;
`forms.how_to_ask(field, "...", gently=True)` adds help. Ways to answer are in `widgets`.

    {% import "ui/questions.html" as questions %}
    <form class="card" method="post" data-draft="{{ form.draft_key() }}">
      {{ csrf_input }}{{ form }}
      {{ questions.end(_("Save note"), back=url("..."), draft=true) }}
    </form>

**Filters.** `words|theirs`, `text|ours`, `moment|when` ("Today, 10:40"), `moment|day`, `moment|exactly`,
`moment|hour`, `alias|seal`, and Django's `date`, `truncatechars`, `truncatewords`.

**Components** are the macros of `ui/parts.html`, `ui/questions.html` and `ui/person.html`. The gallery at /gallery/
shows them all, in every state.

**Words after an act**: `undo.say(request, sentence, undo_url=...)`. **Words held**: `held.hold`,
`held.locked`, `held.words_waiting`, `held.csrf_failure`.
"""
