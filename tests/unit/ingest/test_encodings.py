"""Encodings that files do not name, and text that was once misread."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbatim.ingest.text import NotTextError, decode

SAID = {
    "en": "I: How’s it going? Don’t you think it’s “fine”…\nP: The café was £5 – naïve.\n",
    "fr": "Q : Comment ça va ? R : L’été a été agréable, où êtes-vous né ? À l’hôpital, très tôt.",
    "es": "E: ¿Cómo está? P: Muy bien, mañana empezará el año; envió también un niño pequeño.",
    "de": "I: Wie geht es Ihnen? P: Gut, wir fühlen uns größtenteils für Ältere zuständig.",
    "pt": "E: Como está? P: Não sei, a situação é difícil, amanhã irão à estação três irmãos.",
    "pl": "B: Jak się pani czuje? R: Zawsze mówiłam, że będzie ciężko, ale wciąż próbuję żyć.",
    "cs": "T: Jak se máte? R: Když přišel můj příbuzný, řekl, že už nemůže čekat na lékaře.",
    "tr": "G: Nasılsınız? K: İyiyim, çok zor günler geçirdik ama şimdi alıştım, doğrusu bu.",
    "ru": "Вопрос: Как вы себя чувствуете? Ответ: Мы долго ждали врача, потом пришла медсестра.",
    "el": "Ερώτηση: Πώς είστε; Απάντηση: Περιμέναμε πολλή ώρα τον γιατρό και μετά ήρθε.",
    "he": "שאלה: מה שלומך? תשובה: חיכינו הרבה זמן לרופא ואחר כך באה האחות והסבירה לנו הכול.",
    "ar": "سؤال: كيف حالك؟ جواب: انتظرنا الطبيب وقتا طويلا ثم جاءت الممرضة وشرحت لنا كل شيء.",
    "th": "ถาม: เป็นอย่างไรบ้าง ตอบ: เรารอหมอนานมาก แล้วพยาบาลก็มาอธิบายทุกอย่างให้เราฟัง",
    "zh": "问：你觉得怎么样？答：我们等医生等了很长时间，后来护士来了，把事情都说清楚了。",
    "zh-Hant": "問：你覺得怎麼樣？答：我們等醫生等了很長時間，後來護士來了，把事情都說清楚了。",
    "ja": "聞き手：いかがですか。話し手：お医者さんを長い間待って、それから看護師さんが来ました。",
    "ko": "면담자: 어떻게 지내세요? 참여자: 의사를 오래 기다렸는데 나중에 간호사가 왔습니다.",
}

WRITTEN = [
    *((one, "cp1252", "Windows-1252") for one in ("en", "fr", "es", "de", "pt")),
    *((one, "mac_roman", "Mac Roman") for one in ("en", "fr", "es", "de", "pt")),
    ("pl", "cp1250", "Windows-1250"),
    ("pl", "iso8859-2", "Latin-2"),
    ("cs", "cp1250", "Windows-1250"),
    ("cs", "iso8859-2", "Latin-2"),
    ("tr", "cp1254", "Windows-1254"),
    ("ru", "cp1251", "Windows-1251"),
    ("ru", "koi8-r", "KOI8-R"),
    ("el", "cp1253", "Windows-1253"),
    ("he", "cp1255", "Windows-1255"),
    ("ar", "cp1256", "Windows-1256"),
    ("th", "cp874", "Windows-874"),
    ("zh", "gb18030", "GB18030"),
    ("zh-Hant", "big5", "Big5"),
    ("ja", "shift_jis", "Shift-JIS"),
    ("ja", "euc_jp", "EUC-JP"),
    ("ko", "euc_kr", "EUC-KR"),
    *(
        (one, codec, f"{codec[:6].upper()} without byte-order mark")
        for one in ("en", "zh", "ru", "ar")
        for codec in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
    ),
]


@pytest.mark.parametrize(("language", "codec", "name"), WRITTEN)
def test_what_python_writes_in_an_encoding_is_read(language, codec, name):
    """Text in each encoding comes back letter by letter, and the losses name the encoding."""
    text = f"{SAID[language]}\n{SAID[language]}"
    assert decode(text.encode(codec)) == (text, name)


def test_a_second_likely_encoding_is_named():
    """Two accented letters that Swedish and Slovak both have leave a doubt, and it is told."""
    text, name = decode("Jag är på väg, då är det långt.".encode("cp1252"))
    assert text == "Jag är på väg, då är det långt."
    assert name == "Windows-1252 (could be Windows-1250 or Latin-2)"


def test_bytes_of_no_likely_encoding_are_an_error():
    """What comes out as no language's text in any encoding is not read as Windows-1252."""
    with pytest.raises(NotTextError, match="nor of an encoding that can be told"):
        decode(b"I: \xc3\xd0\xcc\xd5\xde\xd8" * 9)


MISREAD = [
    ("I: Don’t, café – “yes”…\n", "cp1252", 6),
    ("I: Don’t, café – “yes”…\n", "mac_roman", 6),
    ("Вопрос: да\n", "mac_roman", 8),
]


@pytest.mark.parametrize(("text", "codec", "number"), MISREAD)
def test_misread_text_is_mended_where_it_can_be_proven(text, codec, number):
    """UTF-8 that was read in another encoding and saved comes back, once or twice misread.

    Python's own decoder misreads it here as the program did.
    """
    wrong = text.encode().decode(codec, "surrogateescape")
    wrong = "".join(chr(ord(sign) & 0xFF) if 0xDC80 <= ord(sign) else sign for sign in wrong)
    read, name = decode(wrong.encode())
    assert read == text
    assert f"{number} letters mended" in name
    read, name = decode(f"{wrong}é".encode())
    assert read == f"{wrong}é"
    assert "look misread" in name or codec == "mac_roman"


@settings(max_examples=30)
@given(st.binary(max_size=300))
def test_bytes_are_text_or_a_plain_error(content):
    """Whatever the bytes, they are read strictly, or the one error says why not."""
    with contextlib.suppress(NotTextError):
        assert isinstance(decode(content)[0], str)


@settings(max_examples=30)
@given(st.sampled_from(sorted(SAID)), st.integers(0, 30), st.integers(1, 5))
def test_what_is_proper_utf8_is_left_alone(language, begin, times):
    """No text that was saved rightly is taken for misread."""
    text = SAID[language][begin:] * times
    assert decode(text.encode()) == (text, "UTF-8")
