"""Small invented studies that are not in English: what is asked, what is answered, who is named."""
# ruff: noqa: E501  letters of other scripts count double

from dataclasses import dataclass


@dataclass(frozen=True)
class Tongue:
    """An invented study: three interviews of six questions each.

    Attributes:
        code: ISO 639 code.
        labels: Of interviewer and participant.
        colon: What stands behind a label.
        name: Somebody who is named in each interview, and is on the roster.
        talk: Questions and answers; each interview has six of them in a row.
        words: Words of the first answer, counted by hand.
        sentences: Sentences of the first answer.
    """

    code: str
    labels: tuple[str, str]
    colon: str
    name: str
    talk: list[tuple[str, str]]
    words: int
    sentences: int

    def interview(self, number: int) -> list[tuple[str, str]]:
        """Label and words of each turn of interview 0, 1 or 2."""
        pairs = [self.talk[0], *self.talk[number + 1 : number + 6]]
        return [turn for pair in pairs for turn in zip(self.labels, pair, strict=True)]

    def as_text(self, number: int) -> str:
        """The interview as a text file."""
        return "\n".join(f"{label}{self.colon}{words}" for label, words in self.interview(number))


CHINESE = Tongue(
    "zh",
    ("访问者", "受访者"),
    "：",
    "王小明",
    [
        ("请您说说去医院的那一天。", "那天我带王小明去看病。等了三个小时。"),
        (
            "为什么等那么久？",
            "因为医生太少了，护士也很忙。大家都坐在走廊里，没有人告诉我们还要等多久。",
        ),
        ("后来怎么样了？", "后来他们说要转到另一家医院，可是那里也没有床位，我们只好先回家。"),
        ("家里有人帮忙吗？", "我女儿周末会来，她给我做饭，也帮我打扫房间。邻居有时候也来看看我。"),
        (
            "怎么跟医院联系？",
            "可以打电话13812345678，或者写信到wang@example.org，不过很少有人回答。",
        ),
        ("您觉得什么最重要？", "我觉得最重要的是有人听我说话，不要每次都从头再讲一遍自己的病。"),
        ("社区服务怎么样？", "社区的人很热心，就是换得太快，刚认识一个人，下个月就换成别人了。"),
        ("您还想补充什么？", "没有了。就是希望以后医院和社区能够坐下来一起商量，不要各做各的。"),
    ],
    16,
    2,
)

WELSH = Tongue(
    "cy",
    ("Cyfwelydd", "Cyfranogwr"),
    ": ",
    "Gwenllian Rhys",
    [
        (
            "Dywedwch wrtha i am y diwrnod aethoch chi i'r ysbyty.",
            "Es i gyda Gwenllian Rhys yn y bore. Roedd yn rhaid aros tair awr.",
        ),
        (
            "Pam oedd rhaid aros mor hir?",
            "Doedd dim digon o feddygon yno ac roedd y nyrsys yn brysur iawn trwy'r dydd.",
        ),
        (
            "Beth ddigwyddodd wedyn?",
            "Wedyn dywedon nhw fod rhaid symud i ysbyty arall, ond doedd dim gwely yno chwaith.",
        ),
        (
            "Oes rhywun yn helpu gartref?",
            "Mae fy merch yn dod ar y penwythnos i goginio ac i lanhau'r tŷ, chwarae teg iddi.",
        ),
        (
            "Sut mae cysylltu â nhw?",
            "Gallwch chi ffonio 01970 555 0123 neu ysgrifennu at gwen@example.org, ond does neb yn ateb.",
        ),
        (
            "Beth sydd bwysicaf i chi?",
            "Bod rhywun yn gwrando arna i, a dim gorfod dweud yr un stori bob tro o'r dechrau.",
        ),
        (
            "Sut mae'r gwasanaeth yn y pentref?",
            "Mae'r bobl yn garedig iawn ond maen nhw'n newid o hyd, a rhywun newydd bob mis.",
        ),
        (
            "Oes rhywbeth arall?",
            "Nac oes, dim ond gobeithio y bydd pawb yn eistedd gyda'i gilydd i drafod yn iawn.",
        ),
    ],
    14,
    2,
)

BENGALI = Tongue(
    "bn",
    ("প্রশ্নকর্তা", "উত্তরদাতা"),
    ": ",
    "রহিমা",
    [
        ("হাসপাতালে যাওয়ার দিনটির কথা বলুন।", "আমি রহিমাকে নিয়ে সকালে গেলাম। তিন ঘণ্টা বসে ছিলাম।"),
        ("এত দেরি হলো কেন?", "ডাক্তার কম ছিল আর নার্সরা খুব ব্যস্ত ছিল। কেউ আমাদের কিছু বলেনি।"),
        ("তারপর কী হলো?", "তারপর তারা বলল অন্য হাসপাতালে যেতে হবে, কিন্তু সেখানেও কোনো বিছানা খালি ছিল না।"),
        ("বাড়িতে কেউ সাহায্য করে?", "আমার মেয়ে শুক্রবারে আসে, রান্না করে আর ঘর পরিষ্কার করে দেয়।"),
        ("কীভাবে যোগাযোগ করেন?", "ফোন করা যায় ০১৭১২৩৪৫৬৭৮ নম্বরে, অথবা rahima@example.org ঠিকানায় লেখা যায়।"),
        ("আপনার কাছে কী সবচেয়ে জরুরি?", "কেউ যেন আমার কথা শোনে, প্রতিবার প্রথম থেকে সব বলতে না হয়।"),
        ("পাড়ার সেবা কেমন?", "মানুষগুলো ভালো, কিন্তু খুব তাড়াতাড়ি বদলে যায়। প্রতি মাসে নতুন কেউ আসে।"),
        ("আর কিছু বলবেন?", "না, শুধু চাই সবাই একসাথে বসে আলোচনা করুক আর আমাদের কথাও শুনুক।"),
    ],
    9,
    2,
)

ARABIC = Tongue(
    "ar",
    ("الباحثة", "المشارك"),
    ": ",
    "سلمى",
    [
        ("حدثني عن يوم ذهابك إلى المستشفى.", "ذهبت مع سلمى في الصباح. انتظرنا ثلاث ساعات!"),
        (
            "لماذا كان الانتظار طويلا؟",
            "كان عدد الأطباء قليلا والممرضات مشغولات جدا، ولم يخبرنا أحد كم سننتظر.",
        ),
        (
            "وماذا حدث بعد ذلك؟",
            "قالوا لنا إن علينا الانتقال إلى مستشفى آخر، لكن لم يكن هناك سرير فارغ.",
        ),
        (
            "هل يساعدك أحد في البيت؟",
            "تأتي ابنتي يوم الجمعة وتطبخ لي وتنظف البيت، والجيران يسألون عني أحيانا.",
        ),
        (
            "كيف تتواصلون معهم؟",
            "يمكن الاتصال على ٠٥٥١٢٣٤٥٦٧ أو الكتابة إلى salma@example.org ولكن لا أحد يجيب.",
        ),
        (
            "ما أهم شيء بالنسبة لك؟",
            "أن يسمعني أحد، وألا أضطر إلى إعادة القصة من البداية في كل مرة.",
        ),
        (
            "كيف هي الخدمات في الحي؟",
            "الناس طيبون لكنهم يتغيرون بسرعة، وكل شهر يأتي شخص جديد لا يعرفني.",
        ),
        ("هل تريد إضافة شيء؟", "لا، أتمنى فقط أن يجلس الجميع معا ويتحدثوا عن حل يناسب المرضى."),
    ],
    8,
    2,
)

TONGUES = (CHINESE, WELSH, BENGALI, ARABIC)
