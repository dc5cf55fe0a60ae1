"""What is done in this room, by idea."""

from alongside.practice.actions.cards import (
    add_card,
    count_card,
    delete_card_note,
    import_cards,
    note_card,
    switch_card,
    word_card,
)
from alongside.practice.actions.checkins import answer_workload_check_in, check_in, delete_check_in
from alongside.practice.actions.consults import (
    ask_colleagues,
    bring_reply_back,
    close_consult,
    delete_consult,
    reopen_consult,
    reply_to_consult,
    take_reply_back,
    thank_for_reply,
)
from alongside.practice.actions.debriefs import ask_for_debrief, mark_debrief_seen, take_debrief_back
from alongside.practice.actions.guard import (
    add_wording_suggestion,
    edit_wording_suggestion,
    import_wording_suggestions,
    switch_wording_suggestion,
)
from alongside.practice.actions.plan import (
    choose_revisit_day,
    let_rest,
    plan_check_ins,
    turn_goals,
    turn_goals_back,
)
from alongside.practice.actions.reflections import change_reflection, delete_reflection, write_reflection
from alongside.practice.actions.supervision import (
    bring,
    change_brought,
    change_supervision,
    plan_supervision,
    put_away_supervision,
    take_back,
    talk_over,
)
from alongside.practice.actions.team_questions import (
    answer_team_question,
    ask_team,
    bring_team_answer_back,
    close_team_question,
    reopen_team_question,
    take_team_answer_back,
)
from alongside.practice.actions.training import (
    approve_scenario,
    cancel_training,
    forget_thoughts,
    import_training_topics,
    plan_training,
    record_training,
    save_topic,
    sign_up,
    step_back,
    think_back,
    write_scenario,
)
