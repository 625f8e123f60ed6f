"""How fast room 1 reads: words a second and memory, format by format.

    python benchmarks/ingest_speed.py [WORDS]

Files are written anew from a seed, 200,000 words each unless told otherwise, and read in a process
of their own on one core. Printed: seconds of CPU beyond start-up, words a second, MiB at the peak.
"""

import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SEED = 20200610
WORDS = 200_000
HOUSE = Path(__file__).parents[1]
SOUNDS = ("ba", "de", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "wa", "ye")
COMMON = ("the", "and", "of", "to", "that", "you", "it", "was", "is", "we", "I", "so", "they")


def turns(words: int) -> list[tuple[str, str]]:
    """Questions and answers of made-up words among real ones, `words` in all."""
    chance = random.Random(SEED)  # noqa: S311  nothing is kept secret by it
    lexicon = ["".join(chance.choices(SOUNDS, k=chance.randint(1, 4))) for _ in range(5000)]
    made: list[tuple[str, str]] = []
    said = 0
    while said < words:
        label = "Interviewer" if len(made) % 2 == 0 else "Participant"
        sentences = []
        for _ in range(chance.randint(1, 2 if label == "Interviewer" else 12)):
            some = [
                chance.choice(COMMON if chance.random() < 0.4 else lexicon)
                for _ in range(chance.randint(3, 18))
            ]
            said += len(some)
            sentences.append(" ".join(some).capitalize() + chance.choice(".?…."))
        made.append((label, " ".join(sentences)))
    return made


def clock(seconds: float) -> str:
    """Time of a caption."""
    minutes, thousandths = divmod(round(1000 * seconds), 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{thousandths / 1000:06.3f}"


def captions(talk: list[tuple[str, str]]) -> list[tuple[float, float, str, str]]:
    """Begin, end, speaker and eight words, as recognisers write them."""
    found, at = [], 0.0
    for label, text in talk:
        words = text.split()
        for begin in range(0, len(words), 8):
            some = words[begin : begin + 8]
            found.append((at, at + 0.4 * len(some), label, " ".join(some)))
            at += 0.4 * len(some)
    return found


def as_txt(talk: list[tuple[str, str]]) -> str:
    """Label, colon, text."""
    return "\n\n".join(f"{label}: {text}" for label, text in talk)


def as_timed_txt(talk: list[tuple[str, str]]) -> str:
    """Label and time on a line of their own."""
    return "\n\n".join(
        f"{label}  {at // 60}:{at % 60:02}\n{text}" for at, (label, text) in enumerate(talk)
    )


def as_vtt(talk: list[tuple[str, str]]) -> str:
    """Voice tags."""
    cues = (f"{clock(a)} --> {clock(b)}\n<v {who}>{text}</v>" for a, b, who, text in captions(talk))
    return "WEBVTT\n\n" + "\n\n".join(cues)


def as_zoom_vtt(talk: list[tuple[str, str]]) -> str:
    """Numbered captions with the speaker before a colon."""
    cues = (
        f"{number}\n{clock(a)} --> {clock(b)}\n{who}: {text}"
        for number, (a, b, who, text) in enumerate(captions(talk), start=1)
    )
    return "WEBVTT\n\n" + "\n\n".join(cues)


def as_srt(talk: list[tuple[str, str]]) -> str:
    """Numbered captions with commas in times."""
    cues = (
        f"{number}\n{clock(a)} --> {clock(b)}\n{who}: {text}".replace(".", ",", 2)
        for number, (a, b, who, text) in enumerate(captions(talk), start=1)
    )
    return "\n\n".join(cues)


def as_json(talk: list[tuple[str, str]]) -> str:
    """Segments of WhisperX."""
    return json.dumps(
        {
            "segments": [
                {"start": a, "end": b, "speaker": who, "text": text}
                for a, b, who, text in captions(talk)
            ]
        }
    )


def as_words(talk: list[tuple[str, str]]) -> str:
    """Words of WhisperX, an entry each."""
    return json.dumps(
        [
            {"word": word, "start": a + 0.4 * at, "end": a + 0.4 * at + 0.3, "speaker": who}
            for a, _, who, text in captions(talk)
            for at, word in enumerate(text.split())
        ]
    )


def as_line(talk: list[tuple[str, str]]) -> str:
    """One turn of one line, behind a question."""
    return f"Interviewer: And then?\nParticipant: {' '.join(text for _, text in talk)}"


FORMATS = {
    "colon.txt": as_txt,
    "timed.txt": as_timed_txt,
    "voices.vtt": as_vtt,
    "labels.vtt": as_zoom_vtt,
    "labels.srt": as_srt,
    "whisperx.json": as_json,
    "words.json": as_words,
    "line.txt": as_line,
}


def peak() -> float:
    """MiB at the peak of this process; what the system tells of it begins with its parent's."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def read(name: str) -> None:
    """Read one file of the current folder, and print what it took."""
    sys.path.insert(0, str(HOUSE / "scripts"))
    from verbatim.ingest.read import read_transcript  # noqa: PLC0415
    from verbatim.register import TRANSCRIPTS, Ticket  # noqa: PLC0415

    with (TRANSCRIPTS / name).open("rb") as opened:
        sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
    labels = (("Interviewer",), ("Participant",), ("P01",), ())
    ticket = Ticket("P01", name, sha256, *labels)
    before = peak()
    begin = time.process_time()
    losses = read_transcript(ticket, 2.0).losses.iloc[0]
    taken = time.process_time() - begin
    words = int(str(losses["words"]))
    speed = f"{taken:7.2f} s {words / taken:10,.0f} words/s"
    print(f"{name:15} {speed} {peak():6.0f} MiB ({before:.0f} before)")


def main(words: int) -> None:
    """Write each format, read each in a process of its own."""
    talk = turns(words)
    with tempfile.TemporaryDirectory() as folder:
        transcripts = Path(folder) / "data/private/transcripts"
        transcripts.mkdir(parents=True)
        for name, written in FORMATS.items():
            (transcripts / name).write_text(written(talk), encoding="utf-8")
            subprocess.run(
                [sys.executable, __file__, "--read", name],
                cwd=folder,
                check=True,
                env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--read"]:
        read(sys.argv[2])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else WORDS)
