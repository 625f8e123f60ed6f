"""What the JSON of each speech recogniser looks like: one function a recogniser."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from verbatim.ingest.times import seconds

TICKS = 10_000_000
"""Azure's ticks in a second."""

DAY = 86_400
"""Seconds."""

TEXTS = ("text", "word", "body")
STARTS = ("start", "startTime", "start_time", "start_timestamp")
ENDS = ("end", "endTime", "end_time", "end_timestamp")
WHO = ("speaker_name", "speaker", "speaker_label", "participant", "speaker_id")
"""Names under which programs write what is said, from when, till when, and by whom."""


class Entry(NamedTuple):
    """A segment or a word.

    Attributes:
        text: What is said.
        speaker: Who says it, as the recogniser calls them; None where it does not know.
        start: Begin in seconds.
        end: End in seconds.
        glued: Whether it goes on in the word before, without a blank.
    """

    text: Any
    speaker: Any = None
    start: Any = None
    end: Any = None
    glued: bool = False


def whisper(content: Any) -> Iterator[Entry]:
    """Whisper and all who write as it does: segments where there are any, else words.

    So do faster-whisper, WhisperX, aTrain, OpenAI, Gladia, ElevenLabs, Fireflies, Recall.ai and
    podcasts. Whisper's words bring their blanks along: one without goes on in the word before, as
    "'s". Whole numbers beyond a day are thousandths of a second.
    """
    entries = _whisper_list(content)
    spaced = any(str(entry.get("word", "")).startswith(" ") for entry in entries)
    units = 1000 if _in_thousandths(entries) else None
    for entry in entries:
        text, start, end = _first(entry, TEXTS), _first(entry, STARTS), _first(entry, ENDS)
        if text is None and (words := entry.get("words")):
            said = [str(_first(word, TEXTS) or "") for word in words]
            text = "".join(said) if any(word[:1] == " " for word in said) else " ".join(said)
            start = _moment(words[0], STARTS) if start is None else start
            end = _moment(words[-1], ENDS) if end is None else end
        if (stamp := entry.get("timestamp")) is not None:
            start, end = stamp if isinstance(stamp, list) else (stamp, end)
        if units:
            start, end = _scaled(start, units), _scaled(end, units)
        glued = spaced and "word" in entry and not str(text).startswith(" ")
        yield Entry("" if text is None else text, named(_first(entry, WHO)), start, end, glued)


def whisper_cpp(content: Any) -> Iterator[Entry]:
    """whisper.cpp: offsets are thousandths of a second."""
    for entry in content["transcription"]:
        times = entry.get("offsets", {})
        start, end = _scaled(times.get("from"), 1000), _scaled(times.get("to"), 1000)
        yield Entry(entry["text"], entry.get("speaker"), start, end)


def assembly(content: Any) -> Iterator[Entry]:
    """AssemblyAI: utterances or words; times are thousandths of a second."""
    for entry in content.get("utterances") or content["words"]:
        start, end = _scaled(entry.get("start"), 1000), _scaled(entry.get("end"), 1000)
        yield Entry(entry["text"], entry.get("speaker"), start, end)


def deepgram(content: Any) -> Iterator[Entry]:
    """Deepgram: utterances, or the words of each channel; several channels are speakers."""
    results = content["results"]
    several = len(results.get("channels") or []) > 1

    def who(entry: Any, channel: Any) -> Any:
        return f"channel {channel}" if several else entry.get("speaker")

    if results.get("utterances"):
        for entry in results["utterances"]:
            speaker = who(entry, entry.get("channel"))
            yield Entry(entry["transcript"], speaker, entry.get("start"), entry.get("end"))
        return
    words = [
        (word, who(word, number))
        for number, channel in enumerate(results["channels"])
        for word in channel["alternatives"][0]["words"]
    ]
    for word, speaker in sorted(words, key=lambda one: one[0]["start"]) if several else words:
        text = word.get("punctuated_word") or word["word"]
        yield Entry(text, speaker, word["start"], word["end"])


def amazon(content: Any) -> Iterator[Entry]:
    """Amazon Transcribe: words, whose speakers may stand in a list of their own."""
    results = content["results"]
    labels = results.get("speaker_labels") or {}
    speakers = {
        item["start_time"]: item.get("speaker_label", segment["speaker_label"])
        for segment in labels.get("segments") or []
        for item in segment.get("items") or []
    }
    channels = (results.get("channel_labels") or {}).get("channels") or []
    for channel in channels:
        speakers |= {
            item["start_time"]: channel["channel_label"]
            for item in channel["items"]
            if "start_time" in item
        }
    for item in results["items"]:
        text, start = item["alternatives"][0]["content"], item.get("start_time")
        speaker = item.get("speaker_label") or speakers.get(start)
        glued = item["type"] == "punctuation"
        yield Entry(text, speaker, _number(start), _number(item.get("end_time")), glued)


def speechmatics(content: Any) -> Iterator[Entry]:
    """Speechmatics: words and marks, with the speaker in each one's first alternative."""
    for item in content["results"]:
        best = item["alternatives"][0]
        glued = item["type"] == "punctuation" and item.get("attaches_to") != "next"
        speaker = best.get("speaker")
        yield Entry(best["content"], speaker, item["start_time"], item["end_time"], glued)


def google(content: Any) -> Iterator[Entry]:
    """Google Cloud: the last result repeats all words, with their speakers; else words in a row."""
    results = content.get("response", content)["results"]
    best = [result["alternatives"][0] for result in results if result.get("alternatives")]
    words = [one["words"] for one in best if one.get("words")]
    if not words:
        for one in best:
            yield Entry(one["transcript"])
        return
    tagged = any(_google_speaker(word) is not None for word in words[-1])
    again = len(words) > 1 and _google_time(words[-1][0], "start") == _google_time(
        words[0][0], "start"
    )
    for word in words[-1] if tagged and again else chain.from_iterable(words):
        start, end = _google_time(word, "start"), _google_time(word, "end")
        yield Entry(word["word"], _google_speaker(word), start, end)


def azure(content: Any) -> Iterator[Entry]:
    """Azure, batch: phrases of each channel in turn; times are ticks."""
    phrases = content["recognizedPhrases"]
    several = len({one.get("channel") for one in phrases}) > 1
    for one in sorted(phrases, key=lambda phrase: phrase["offsetInTicks"]):
        if one.get("nBest"):
            start = one["offsetInTicks"] / TICKS
            end = start + one["durationInTicks"] / TICKS
            yield Entry(
                one["nBest"][0]["display"], _azure_speaker(one, several=several), start, end
            )


def azure_fast(content: Any) -> Iterator[Entry]:
    """Azure, fast transcription: times are thousandths of a second."""
    phrases = content["phrases"]
    several = len({one.get("channel") for one in phrases}) > 1
    for one in sorted(phrases, key=lambda phrase: phrase["offsetMilliseconds"]):
        start = one["offsetMilliseconds"] / 1000
        end = start + one["durationMilliseconds"] / 1000
        yield Entry(one["text"], _azure_speaker(one, several=several), start, end)


def rev(content: Any) -> Iterator[Entry]:
    """Rev and Rev AI: monologues of words and marks, blanks among them."""
    names = {one["id"]: one.get("name") for one in content.get("speakers") or []}
    for one in content["monologues"]:
        words = [word for word in one["elements"] if _rev_time(word, "") is not None]
        yield Entry(
            "".join(element["value"] for element in one["elements"]),
            names.get(one.get("speaker")) or one.get("speaker"),
            _rev_time(words[0], "") if words else None,
            _rev_time(words[-1], "end_") if words else None,
        )


def named(speaker: Any) -> Any:
    """Give the name of a speaker who is described by several things; else the speaker as it is."""
    return _first(speaker, ("name", "id")) if isinstance(speaker, dict) else speaker


def _moment(word: Any, names: Iterable[str]) -> Any:
    """Time of a word; Recall.ai writes it as seconds since the begin, and by the clock."""
    time = _first(word, names)
    return time.get("relative") if isinstance(time, dict) else time


def _in_thousandths(entries: Any) -> bool:
    times = [_first(entry, STARTS) for entry in entries[:1] + entries[-1:]]
    return all(type(time) is int for time in times) and DAY < max(times, default=0) < DAY * 10**6


def _is_whisper(content: Any) -> bool:
    return _whisper_list(content) is not None


def _whisper_list(content: Any) -> Any:
    """Find the list of segments or words, under its usual names or at the top; None for none."""
    keys = {"text", "word", "words", "body"}
    names = ("speakers", "segments", "utterances", "sentences", "word_segments", "words", "chunks")
    named = content if isinstance(content, dict) else {}
    lists = [content] if isinstance(content, list) else [named.get(name) for name in names]
    for found in lists:
        if not isinstance(found, list) or not found:
            continue
        if all(isinstance(one, dict) and not keys.isdisjoint(one) for one in found):
            return found
    return [] if content == [] or named.get("segments") == [] else None


def _is_assembly(content: Any) -> bool:
    entries = content.get("utterances") or content["words"]
    ours = ("utterances" in content or "audio_url" in content) and "text" in entries[0]
    return ours and not any(isinstance(entry.get("end"), float) for entry in entries)


def _is_speechmatics(content: Any) -> bool:
    return "type" in content["results"][0] and "alternatives" in content["results"][0]


def _is_google(content: Any) -> bool:
    results = content.get("response", content)["results"]
    return isinstance(results, list) and any("alternatives" in result for result in results)


def _google_speaker(word: Any) -> Any:
    return word.get("speakerLabel") or word.get("speakerTag") or word.get("speaker_tag") or None


def _google_time(word: Any, side: str) -> float | None:
    """Seconds of a time as "1.200s"; a begin of 0 may be left out."""
    time = _first(word, (f"{side}Time", f"{side}Offset", f"{side}_time"))
    return None if time is None else float(time.removesuffix("s"))


def _azure_speaker(phrase: Any, *, several: bool) -> Any:
    """Speaker of a phrase; without, its channel where there are several."""
    if phrase.get("speaker") is not None:
        return phrase["speaker"]
    return f"channel {phrase['channel']}" if several else None


def _rev_time(element: Any, side: str) -> float | None:
    """Seconds of Rev AI's number, or of Rev's time as 00:00:01,230."""
    number, time = element.get(f"{side}ts"), element.get(f"{side}timestamp")
    if number is not None:
        return float(number)
    return None if time is None else seconds(time)


def _first(entry: Any, names: Iterable[str]) -> Any:
    for name in names:
        if (value := entry.get(name)) is not None:
            return value
    return None


def _number(text: str | None) -> float | None:
    return None if text is None else float(text)


def _scaled(number: Any, units: int) -> Any:
    return None if number is None else number / units


DIALECTS: tuple[tuple[str, Callable[[Any], bool], Callable[[Any], Iterator[Entry]]], ...] = (
    ("whisper.cpp", lambda content: isinstance(content["transcription"], list), whisper_cpp),
    ("Rev", lambda content: "monologues" in content, rev),
    ("Azure", lambda content: "recognizedPhrases" in content, azure),
    ("Azure", lambda content: "offsetMilliseconds" in content["phrases"][0], azure_fast),
    ("AssemblyAI", _is_assembly, assembly),
    ("Amazon Transcribe", lambda content: "items" in content["results"], amazon),
    ("Deepgram", lambda content: "channels" in content["results"], deepgram),
    ("Speechmatics", _is_speechmatics, speechmatics),
    ("Google", _is_google, google),
    ("Whisper", _is_whisper, whisper),
)
"""Name, whether a file is of this kind, and its entries; the first that fits is taken."""
