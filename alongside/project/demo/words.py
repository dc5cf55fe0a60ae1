"""Words the people of the demo say, and what their workers write. All invented."""

WHY_THEM = "New here; the training is in February, and I come along until then."
NEEDS = {
    "Maple": ["somebody beside me when I talk to the lawyer", "work that pays on Fridays"],
    "Linden": ["my papers back", "to sleep without the light on"],
    "Juniper": ["to know when the court date is", "a school for my boy"],
    "Pebble": ["to stay in the same school", "my phone, but a new number"],
    "Harbor": ["a quiet place to sit sometimes", "my back hurts from the work"],
    "Wren": ["عمل حلال وغرفة هادئة", "someone who speaks Arabic"],
    "Sparrow": ["un cuarto para mí y mi hija", "aprender inglés"],
    "Birch": ["a dentist who does not ask questions", "a bus card"],
    "Ember": ["ናይ ባዕለይ መፍትሕ", "a lawyer, only to ask"],
    "Clover": ["to cook my own food", "help with the form from the landlord"],
    "Clover T.": ["a shelf of my own in the kitchen", "a lock that works"],
    "Anchor": ["a winter coat", "to call my mother"],
    "Fern": ["to be left alone for now, but not forgotten"],
}

HAPPENED = [
    "We sat by the window. Tea, then the letter, then tea again.",
    "Came in from the rain and stayed an hour. Said little, and that was fine.",
    "Called from a friend's phone. Asked whether the appointment still stands.",
    "Read the form together, one line at a time. Stopped at the third page.",
    "Brought a photo of the new room. The lock works.",
    "Walked to the clinic together and waited in the hall.",
    "Said the nights are long. Asked for nothing.",
    "Laughed about the bus that never comes.",
]
RESPONDED = [
    "Listened. Asked before moving the chair. We left it there for today.",
    "Offered three ways to go on, waited, and wrote down the one that was chosen.",
    "Kept to the words we agreed on, said when I am back, and when I am not.",
    "Made the call together on speaker; I said only what was agreed before.",
    "Sat beside, not across. Brought water. No questions.",
    "Wrote the two sentences for the landlord; read them aloud twice.",
    "Named what I may not say, and who may.",
    "Asked what would help until Thursday, and did that one thing.",
]
ATTEMPTS = [
    "One short text in the agreed words. No answer, and none is needed.",
    "Called in the agreed hour, left no message.",
]
WITHOUT = [
    "Asked the legal clinic who can come along on the day.",
    "Held the place on the waiting list; they will tell us in the first week.",
    "Looked for a room where nobody asks for papers first.",
    "Planned the route and the side door with the court helper.",
]
KINDS = [
    ("emotional_support", 40),
    ("accompaniment", 90),
    ("transportation", 30),
    ("civil_legal", 45),
    ("shelter", 25),
    ("medical", 60),
    ("education", 20),
    ("immigration", 50),
    ("sustenance", 10),
    ("financial", 15),
]

# Who hears a complaint at the demo's agency; and what it has in the place of limits of its own.
COMPLAIN = {"en": "You can call our director.", "es": "Puede llamar a la dirección."}
OWN_LAW = {
    "en": "This is a practice agency, without a law of its own. A real one writes here, with its lawyer, what its"
    " state asks.",
    "es": "Esta es una agencia de práctica, sin una ley propia. Una de verdad escribe aquí, con su equipo legal, lo"
    " que pide su estado.",
}
