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

    <form class="card" method="post" data-draft="{{ form.draft_key }}">
      {% csrf_token %}{{ form }}
      <div class="end">
        {% include "ui/parts/saved.html" %}
        <a class="btn plain" href="..." data-close>Close</a> <button class="btn">Save note</button>
      </div>
    </form>

**Tags.** `words|theirs`, `text|ours`, `moment|when` ("Today, 10:40"), `moment|day`, `moment|exactly`,
`moment|hour`, `alias|seal`.

**Parts**, included from `ui/parts/` with: card (title id kind body), rows (rows), row, chip (text kind),
empty (what how url label), fold (title text body open), strand (title kind body), two (happened responded),
pin (name lines reach reach_more reach_checked reach_url reach_label facts), saved (kept), undo (url),
pager (page query), year_jump (years current base anchor). The gallery at /gallery/ shows them all.

**Words after an act**: `undo.say(request, sentence, undo_url=...)`. **Words held**: `held.hold`,
`held.locked`, `held.words_waiting`, `held.csrf_failure`.
"""
