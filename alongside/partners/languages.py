"""Languages by their codes (ISO 639, BCP 47) and plain English names, as directories name them. Needs no database."""

from alongside.partners.folding import fold

NAMES = {
    "am": "Amharic", "ar": "Arabic", "as": "Assamese", "asl": "American Sign Language", "ase": "American Sign Language",
    "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan",
    "ceb": "Cebuano", "cs": "Czech", "da": "Danish", "de": "German", "dz": "Dzongkha", "el": "Greek", "en": "English",
    "es": "Spanish", "et": "Estonian", "fa": "Persian", "ff": "Fula", "fi": "Finnish", "fil": "Filipino",
    "fr": "French", "ga": "Irish", "gu": "Gujarati", "ha": "Hausa", "he": "Hebrew", "hi": "Hindi", "hmn": "Hmong",
    "hr": "Croatian", "ht": "Haitian Creole", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "ig": "Igbo",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kar": "Karen", "kk": "Kazakh", "km": "Khmer",
    "kn": "Kannada", "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz", "lo": "Lao", "lt": "Lithuanian",
    "lv": "Latvian", "mam": "Mam", "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi",
    "ms": "Malay", "my": "Burmese", "ne": "Nepali", "nl": "Dutch", "no": "Norwegian", "om": "Oromo", "pa": "Punjabi",
    "pl": "Polish", "prs": "Dari", "ps": "Pashto", "pt": "Portuguese", "quc": "K'iche'", "qu": "Quechua",
    "rhg": "Rohingya", "rn": "Kirundi", "ro": "Romanian", "ru": "Russian", "rw": "Kinyarwanda", "si": "Sinhala",
    "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "tg": "Tajik", "th": "Thai", "ti": "Tigrinya", "tl": "Tagalog",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "wo": "Wolof",
    "yo": "Yoruba", "yue": "Cantonese", "zh": "Chinese", "cmn": "Mandarin", "zu": "Zulu",
}  # fmt: skip
CODES = {fold(name): code for code, name in NAMES.items()}
LISTED = sorted(set(NAMES.values()))


def name_of(code: str) -> str:
    """What a code stands for; the code itself where we do not know it."""
    return NAMES.get(code.casefold().split("-")[0], code)


def code_of(name: str) -> str:
    """The code of a language, or nothing where we have none for it."""
    return CODES.get(fold(name), "")
