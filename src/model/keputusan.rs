//! Keputusan pimpinan: what officials decide about moves, and the published plan they decided upon.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::finding::Place;
use crate::model::jabatan::{Jabatan, Petunjuk, name_key};
use crate::model::nip::Nip;
use crate::model::unit::UnitId;

/// The sheet in which leadership decides. It comes back in the result workbook.
pub const LEMBAR_KEPUTUSAN: &str = "Keputusan";

/// The hidden sheet beside it with its locked cells as they were written: what else stands in them was put there later.
pub const LEMBAR_ASLI: &str = "_keputusan";

/// The columns of that sheet: the row, then what is locked.
pub const KOLOM_ASLI: [&str; 7] = ["Baris", "NIP", "Nama", "Jabatan", "Dari unit", "Ke unit", "Ke jabatan"];

/// In front of a decision that a later one took the place of.
const DIGANTIKAN: &str = "Digantikan";

/// Tindakan: what is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tindakan {
    /// The proposed move is made.
    Setuju,
    /// The person does not go to this post.
    Tolak,
    /// The person goes to this post.
    Tetapkan,
    /// The person does not go to this unit; without a unit, nowhere.
    Larang,
    /// The person stays this period.
    Tunda,
    /// One rule does not hold the person back.
    Kecualikan,
}

impl Tindakan {
    pub const ALL: [Tindakan; 6] = [
        Tindakan::Setuju,
        Tindakan::Tolak,
        Tindakan::Tetapkan,
        Tindakan::Larang,
        Tindakan::Tunda,
        Tindakan::Kecualikan,
    ];

    pub fn label(self) -> &'static str {
        match self {
            Tindakan::Setuju => "Setuju",
            Tindakan::Tolak => "Tolak",
            Tindakan::Tetapkan => "Tetapkan ke",
            Tindakan::Larang => "Larang",
            Tindakan::Tunda => "Tunda",
            Tindakan::Kecualikan => "Kecualikan aturan",
        }
    }

    /// Reads the word of the dropdown, also as people shorten it.
    pub fn parse(text: &str) -> Option<Tindakan> {
        match name_key(text).as_str() {
            "SETUJU" | "DISETUJUI" | "MENYETUJUI" => Some(Tindakan::Setuju),
            "TOLAK" | "DITOLAK" | "MENOLAK" | "TIDAK SETUJU" => Some(Tindakan::Tolak),
            "TETAPKAN KE" | "TETAPKAN" | "DITETAPKAN KE" | "DITETAPKAN" => Some(Tindakan::Tetapkan),
            "LARANG" | "DILARANG" => Some(Tindakan::Larang),
            "TUNDA" | "DITUNDA" | "MENUNDA" => Some(Tindakan::Tunda),
            "KECUALIKAN ATURAN" | "KECUALIKAN" | "DIKECUALIKAN" => Some(Tindakan::Kecualikan),
            _ => None,
        }
    }

    /// As the sheet carries a decision that a later one took the place of: it is shown and no longer followed.
    pub fn label_digantikan(self) -> String {
        format!("{DIGANTIKAN} ({})", self.label())
    }

    /// Reads that again; nothing where it is any other word.
    pub fn parse_digantikan(text: &str) -> Option<Tindakan> {
        let (said, of) = text.trim().split_once(' ')?;
        let of = of.trim().trim_start_matches('(').trim_end_matches(')');
        Tindakan::parse(of).filter(|_| said.eq_ignore_ascii_case(DIGANTIKAN))
    }

    /// Whether it keeps a person from a post, or from every one.
    pub fn holds_back(self) -> bool {
        matches!(self, Tindakan::Tolak | Tindakan::Larang | Tindakan::Tunda)
    }

    /// Whether it sends a person to a post.
    pub fn is_force(self) -> bool {
        matches!(self, Tindakan::Setuju | Tindakan::Tetapkan)
    }
}

/// Tujuan keputusan: a unit, with the jabatan there; `None`: the jabatan that the person holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TujuanKeputusan {
    pub unit: UnitId,
    pub jabatan: Option<String>,
}

impl TujuanKeputusan {
    /// Whether both may mean one post: of two jabatan of one unit one may be left unsaid.
    pub fn meets(&self, other: &TujuanKeputusan) -> bool {
        let same = |(a, b): (&String, &String)| may_be_one_jabatan(a, b);
        self.unit == other.unit && self.jabatan.as_ref().zip(other.jabatan.as_ref()).is_none_or(same)
    }
}

/// Whether two written jabatan may be one, of which one tells the jenjang: `Guru Kelas` and `Guru Kelas Ahli Muda`.
pub fn may_be_one_jabatan(a: &str, b: &str) -> bool {
    let read = |text| Jabatan::parse(text, Petunjuk::default());
    let fit = |(a, b): (Jabatan, Jabatan)| {
        let one_jenjang = a.jenjang.is_none() || b.jenjang.is_none() || a.jenjang == b.jenjang;
        one_jenjang && name_key(&a.nama) == name_key(&b.nama)
    };
    name_key(a) == name_key(b) || read(a).zip(read(b)).is_some_and(fit)
}

/// One decision on one person: `Tolak`, of the move of SITI AMINAH to SD Negeri 2 Jangkat, by the head of BKPSDM, since
/// her mother is ill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keputusan {
    pub nip: Nip,
    pub tindakan: Tindakan,
    pub tujuan: Option<TujuanKeputusan>,
    /// Code of the rule that is waived, `A-101`.
    pub aturan: Option<String>,
    pub alasan: String,
    /// Who decided.
    pub pejabat: String,
    pub tanggal: Option<Date>,
    /// What stands in the cell of the date, where it is none.
    pub tanggal_asing: Option<String>,
    /// The cell of the decision.
    pub asal: Place,
}

/// What the cells of a decision say, word for word but for any NIK; empty where a cell is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tertulis {
    pub nip: String,
    pub nama: String,
    pub keputusan: String,
    pub tujuan: String,
    pub jabatan: String,
    pub aturan: String,
    pub alasan: String,
    pub pejabat: String,
    pub tanggal: String,
    /// Where the published plan sends the person, in a row about a proposed move.
    pub ke: String,
    pub ke_jabatan: String,
}

impl Tertulis {
    /// Whether both decide the same of the same person: of a proposed move, or of the place it names.
    pub fn repeats(&self, other: &Tertulis) -> bool {
        let said = |own: &Tertulis| {
            let (tujuan, jabatan) = own.tempat();
            let nip = own.nip.chars().filter(|c| !c.is_whitespace()).collect();
            let place = Tertulis { nip, tujuan: tujuan.into(), jabatan: jabatan.into(), ..own.clone() };
            Tertulis { ke: String::new(), ke_jabatan: String::new(), ..place }
        };
        said(self) == said(other)
    }

    /// The unit and jabatan it is about: those written, else those of the proposed move.
    pub fn tempat(&self) -> (&str, &str) {
        match self.tujuan.is_empty() {
            true => (&self.ke, &self.ke_jabatan),
            false => (&self.tujuan, &self.jabatan),
        }
    }
}

/// Keputusan tersisih: a decision that was read and is not followed. It stays on the sheet until somebody corrects or
/// deletes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeputusanTersisih {
    /// Whom it is about, where that is beyond doubt.
    pub nip: Option<Nip>,
    pub tertulis: Tertulis,
    pub sebab: Sebab,
    /// The cell of the decision.
    pub asal: Place,
}

/// Why a decision is not followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sebab {
    /// What is wrong with it.
    Salah(String),
    /// A later decision took its place; which one.
    Digantikan(String),
}

impl Sebab {
    pub fn in_words(&self) -> String {
        match self {
            Sebab::Salah(why) => format!("Belum dipakai: {why}"),
            Sebab::Digantikan(by) => format!("Digantikan oleh {by}"),
        }
    }
}

impl Keputusan {
    /// `Kepala BKPSDM: orang tua sakit`.
    pub fn oleh(&self) -> String {
        format!("{}: {}", self.pejabat, self.alasan.trim_end_matches('.'))
    }

    /// Whether it is that of the Tim Penilai Kinerja: what somebody else decides is no consideration of the team.
    pub fn is_of_team(&self) -> bool {
        let key = name_key(&self.pejabat);
        key.contains("TIM PENILAI KINERJA") || key.split(' ').any(|word| word == "TPK")
    }

    /// Whether it leaves the person where he or she is.
    pub fn holds_at_home(&self) -> bool {
        match self.tindakan {
            Tindakan::Tunda => true,
            Tindakan::Larang => self.tujuan.is_none(),
            Tindakan::Setuju | Tindakan::Tolak | Tindakan::Tetapkan | Tindakan::Kecualikan => false,
        }
    }

    /// Whether it says nothing that the other does not say.
    pub fn repeats(&self, other: &Keputusan) -> bool {
        let force = self.tindakan.is_force() && other.tindakan.is_force();
        (self.tindakan == other.tindakan || force) && self.tujuan == other.tujuan && self.aturan == other.aturan
    }

    /// Whether both cannot be followed.
    pub fn contradicts(&self, other: &Keputusan) -> bool {
        let one_way = |a: &Keputusan, b: &Keputusan| {
            let met = a.tujuan.as_ref().zip(b.tujuan.as_ref()).is_some_and(|(a, b)| match b.is_of_unit() {
                true => a.unit == b.unit,
                false => a.meets(b),
            });
            let refused = match b.tindakan {
                Tindakan::Tolak => met,
                Tindakan::Larang => met || b.tujuan.is_none(),
                Tindakan::Tunda => true,
                Tindakan::Setuju | Tindakan::Tetapkan => !met,
                Tindakan::Kecualikan => false,
            };
            a.tindakan.is_force() && refused
        };
        one_way(self, other) || one_way(other, self)
    }
}

impl TujuanKeputusan {
    fn is_of_unit(&self) -> bool {
        self.jabatan.is_none()
    }
}

/// Rencana terbit: the moves of the plan that leadership has before it. Everyone else stays in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RencanaTerbit {
    pub tujuan: BTreeMap<Nip, TujuanKeputusan>,
    /// The sheet it was read from.
    pub asal: Place,
}

/// Everything leadership has said of a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DaftarKeputusan {
    /// Those that hold, in the order of files and rows.
    pub list: Vec<Keputusan>,
    /// Those that do not, in the same order.
    pub tersisih: Vec<KeputusanTersisih>,
    pub terbit: Option<RencanaTerbit>,
}

/// What became of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HasilKeputusan {
    Dipenuhi,
    /// What stops it: the rule or the count.
    TidakTerpenuhi(String),
    /// It changes nothing; why.
    TanpaPengaruh(String),
    /// Its post is not among the posts of that unit.
    TujuanTakDikenal(String),
}

impl HasilKeputusan {
    pub fn in_words(&self) -> String {
        match self {
            HasilKeputusan::Dipenuhi => "Dipenuhi".into(),
            HasilKeputusan::TidakTerpenuhi(why) => format!("Tidak dapat dipenuhi: {why}"),
            HasilKeputusan::TanpaPengaruh(why) => format!("Tanpa pengaruh: {why}"),
            HasilKeputusan::TujuanTakDikenal(why) => format!("Tidak dipakai: {why}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keputusan(tindakan: Tindakan, unit: Option<u32>, jabatan: Option<&str>) -> Keputusan {
        Keputusan {
            nip: Nip::parse("198601012015011001", jiff::civil::date(2026, 12, 1)).unwrap(),
            tindakan,
            tujuan: unit.map(|unit| TujuanKeputusan { unit: UnitId(unit), jabatan: jabatan.map(str::to_string) }),
            aturan: None,
            alasan: "alasan".into(),
            pejabat: "Bupati".into(),
            tanggal: None,
            tanggal_asing: None,
            asal: Place::file("keputusan.xlsx"),
        }
    }

    #[test]
    fn every_label_reads_back() {
        for tindakan in Tindakan::ALL {
            assert_eq!(Tindakan::parse(tindakan.label()), Some(tindakan));
        }
        assert_eq!(Tindakan::parse("mungkin"), None);
        for tindakan in Tindakan::ALL {
            assert_eq!(Tindakan::parse(&tindakan.label_digantikan()), None, "a replaced one is not followed again");
            assert_eq!(Tindakan::parse_digantikan(&tindakan.label_digantikan()), Some(tindakan));
            assert_eq!(Tindakan::parse_digantikan(tindakan.label()), None);
        }
    }

    #[test]
    fn the_team_decides_only_where_it_is_named() {
        let of = |pejabat: &str| {
            Keputusan { pejabat: pejabat.into(), ..keputusan(Tindakan::Setuju, None, None) }.is_of_team()
        };
        assert!(
            of("Ketua Tim Penilai Kinerja") && of("Rapat TPK, 20 November") && !of("Bupati") && !of("Kepala BKPSDM")
        );
    }

    #[test]
    fn a_jabatan_with_its_jenjang_is_that_jabatan_and_another_jenjang_is_not() {
        assert!(may_be_one_jabatan("Guru Kelas", "Guru Kelas Ahli Muda"));
        assert!(may_be_one_jabatan("Guru Ahli Muda - Guru Kelas", "guru kelas ahli muda"));
        assert!(!may_be_one_jabatan("Guru Kelas Ahli Pertama", "Guru Kelas Ahli Muda"));
        assert!(!may_be_one_jabatan("Guru Kelas", "Guru PJOK"));
    }

    #[test]
    fn a_force_contradicts_another_place_a_refusal_of_its_own_and_staying() {
        use Tindakan::*;
        let force = keputusan(Tetapkan, Some(1), None);
        assert!(force.contradicts(&keputusan(Setuju, Some(2), None)));
        assert!(!force.contradicts(&keputusan(Setuju, Some(1), None)));
        assert!(force.contradicts(&keputusan(Tolak, Some(1), Some("Guru Kelas"))));
        assert!(keputusan(Larang, Some(1), None).contradicts(&force));
        assert!(!keputusan(Larang, Some(2), None).contradicts(&force));
        assert!(force.contradicts(&keputusan(Tunda, None, None)));
        assert!(!keputusan(Tunda, None, None).contradicts(&keputusan(Tolak, Some(1), None)));
        assert!(!force.contradicts(&keputusan(Kecualikan, Some(1), None)));
        let other_jabatan = keputusan(Tolak, Some(1), Some("Guru PJOK"));
        assert!(!keputusan(Tetapkan, Some(1), Some("Guru Kelas")).contradicts(&other_jabatan));
    }
}
