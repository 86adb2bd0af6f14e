//! The least number of teachers of an SD (SPM, domain §2.2): a floor under the need that a formula makes, and under the
//! people who stay. No other kind of school has one in our source, and it names no subject.

use super::banding::in_sentence;
use super::book::{self, GURU, GURU_KELAS};
use super::lantai;
use super::riil::People;
use crate::finding::{Finding, Kode, Place, catalogue};
use crate::law::Law;
use crate::model::jabatan::name_key;
use crate::model::needs::{AngkaLain, Kebutuhan, MinimumBersama, Needs, Post, PostId, SumberKebutuhan, SumberRiil};
use crate::model::roster::Roster;
use crate::model::unit::{BentukPendidikan, Sekolah, Unit, UnitId};

/// The least number of teachers of an SD, its head apart (domain §2.2); `None` for other schools.
pub fn least_teachers(sekolah: &Sekolah, law: &Law) -> Option<u32> {
    let khusus = sekolah.daerah_khusus == Some(true);
    let kunci = if khusus { "spm_guru_sd_daerah_khusus" } else { "spm_guru_sd" };
    (sekolah.bentuk == BentukPendidikan::Sd).then(|| law.angka(kunci).nilai as u32)
}

/// What holds for an SD whose rombel nobody tells: the teachers, and the whole school with its head.
pub fn least_need(unit: &Unit, law: &Law) -> Option<(Kebutuhan, Kebutuhan)> {
    let sekolah = unit.sekolah.as_ref()?;
    let least = least_teachers(sekolah, law)?;
    let heads = law.angka("kepala_sekolah_per_sekolah").nilai as u32;
    let figure = |lo: u32, uraian: String| Kebutuhan {
        lo,
        hi: lo,
        sumber: SumberKebutuhan::Minimum,
        lain: Vec::new(),
        uraian,
        place: Some(sekolah.rombel_place.clone().unwrap_or_else(|| unit.place.clone())),
    };
    let teachers = format!("paling sedikit {least} guru; rombel tidak diketahui");
    let whole = format!("paling sedikit {least} guru + {heads} kepala sekolah; rombel tidak diketahui");
    Some((figure(least, teachers), figure(least + heads, whole)))
}

/// Where only the minimum is known nobody can say that a school has too many teachers.
pub fn no_surplus_over_the_least(roster: &Roster, needs: &mut Needs) {
    for post in &mut needs.posts {
        let school = roster.unit(post.unit).sekolah.is_some();
        if let Some(need) = post.kebutuhan.as_mut().filter(|need| school && need.sumber == SumberKebutuhan::Minimum) {
            need.hi = need.hi.max(post.riil);
        }
    }
}

/// Raises the computed need of every SD to the least number of its teachers (K-110), and tells where fewer are present
/// than that and nothing but the minimum says so (D-162).
pub fn raise(roster: &Roster, people: &People, law: &Law, needs: &mut Needs, schools: &[UnitId]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for &id in schools {
        let Some(sd) = Sd::of(roster, law, needs, id) else { continue };
        let below = sd.raise(needs);
        let counted = people.has(id) || sd.teachers(needs).any(|post| post.sumber_riil == SumberRiil::DataUnit);
        let present: u32 = sd.teachers(needs).map(|post| post.riil).sum();
        if counted && present + people.may_teach(id) < sd.least {
            needs.catatan.entry(id).or_default().push(format!("ada {present} guru, batas SPM {}", sd.in_words()));
            // Where the own figure is greater, its shortage says more.
            findings.extend(below.is_some().then(|| sd.too_few(present)));
        }
        findings.extend(below);
    }
    findings
}

/// Holds so many teachers that no plan takes an SD below the least number, or further below it.
pub fn keep_minima(roster: &Roster, people: &People, law: &Law, needs: &mut Needs, schools: &[UnitId]) {
    for &id in schools.iter().filter(|id| people.has(**id)) {
        if let Some(sd) = Sd::of(roster, law, needs, id) {
            lantai::keep(needs, MinimumBersama { posts: sd.posts, jumlah: sd.least });
        }
    }
}

/// An SD and the posts of its teachers.
struct Sd<'a> {
    unit: &'a Unit,
    place: Place,
    posts: Vec<PostId>,
    /// With its head, where head and teachers are one post.
    least: u32,
    /// Whether they are.
    whole: bool,
}

impl<'a> Sd<'a> {
    /// `None` for other schools, for an SD without rombel (D-307 tells that), and for one of whose teachers no source
    /// speaks.
    fn of(roster: &'a Roster, law: &Law, needs: &Needs, id: UnitId) -> Option<Sd<'a>> {
        let unit = roster.unit(id);
        let sekolah = unit.sekolah.as_ref().filter(|sekolah| sekolah.rombel != Some(0))?;
        let teachers = least_teachers(sekolah, law)?;
        let posts: Vec<PostId> =
            needs.ids_of_unit(id).filter(|post| book::is_teacher(&name_key(&needs.post(*post).jabatan))).collect();
        // The unit workbook counts teachers and head together.
        let whole = posts.iter().any(|post| {
            let post = needs.post(*post);
            post.sumber_riil == SumberRiil::DataUnit && post.kebutuhan.as_deref().is_some_and(is_computed)
        });
        let heads = if whole { law.angka("kepala_sekolah_per_sekolah").nilai as u32 } else { 0 };
        let place = sekolah.rombel_place.clone().unwrap_or_else(|| unit.place.clone());
        (!posts.is_empty()).then_some(Sd { unit, place, posts, least: teachers + heads, whole })
    }

    fn teachers<'n>(&'n self, needs: &'n Needs) -> impl Iterator<Item = &'n Post> {
        self.posts.iter().map(|post| needs.post(*post))
    }

    /// K-110 where the need of all teachers is below the least number. The post of class teachers gets what lacks: those
    /// of a subject are counted by their hours, and one more would have too few of them.
    fn raise(&self, needs: &mut Needs) -> Option<Finding> {
        // A post of unknown need keeps the people it has.
        let need: u32 =
            self.teachers(needs).map(|post| post.kebutuhan.as_ref().map_or(post.riil, |need| need.lo)).sum();
        let more = self.least.checked_sub(need).filter(|more| *more > 0)?;
        let class = self.posts.iter().find(|post| is_class_teacher(needs.post(**post)));
        let Some(class) = class else { return Some(self.stated_below(needs, need)) };
        let alone = self.posts.len() == 1;
        let figures = format!("menurut rumus {need}, batas SPM {} → dipakai {}", self.in_words(), self.least);
        let own = needs.posts[class.0 as usize].kebutuhan.as_mut()?;
        let lain = std::iter::once(own.as_lain()).chain(std::mem::take(&mut own.lain)).collect();
        let lo = own.lo + more;
        let uraian = if alone { String::new() } else { format!("; tambahan {more} dihitung sebagai guru kelas") };
        **own = Kebutuhan {
            lo,
            hi: own.hi.max(lo),
            sumber: SumberKebutuhan::Minimum,
            lain,
            uraian: format!("kebutuhan semua guru {figures}{uraian}"),
            place: own.place.clone(),
        };
        Some(self.finding(&catalogue::KEBUTUHAN_DI_BAWAH_SPM, need, format!("kebutuhan guru {figures}")))
    }

    /// K-110 of a need that stands before the minimum.
    fn stated_below(&self, needs: &mut Needs, need: u32) -> Finding {
        let stated = self.teachers(needs).find_map(|post| post.kebutuhan.as_ref().filter(|need| !is_computed(need)));
        let stated = stated.map(|need| in_sentence(need.sumber));
        if let [only] = self.posts[..]
            && let Some(only) = &mut needs.posts[only.0 as usize].kebutuhan
        {
            let (lo, uraian) = (self.least, format!("paling sedikit {}", self.in_words()));
            only.lain.push(AngkaLain { lo, hi: lo, sumber: SumberKebutuhan::Minimum, uraian });
        }
        let least = self.in_words();
        let told = match stated {
            Some(how) => format!("kebutuhan guru {how} {need}, batas SPM {least}; angka itu tetap dipakai"),
            None => format!(
                "kebutuhan guru yang dihitung dan guru yang kebutuhannya belum diketahui bersama {need}, batas SPM \
                 {least}; angka itu tidak dinaikkan"
            ),
        };
        let problem = format!("{told}, tetapi guru yang ada tidak dikurangi sampai di bawah batas");
        self.finding(&catalogue::KEBUTUHAN_DI_BAWAH_SPM, need, problem)
    }

    /// D-162.
    fn too_few(&self, present: u32) -> Finding {
        let problem = format!("ada {present} guru, batas SPM {}", self.in_words());
        Finding { place: self.unit.place.clone(), ..self.finding(&catalogue::DI_BAWAH_SPM, present, problem) }
    }

    fn finding(&self, kode: &'static Kode, value: u32, problem: String) -> Finding {
        Finding::new(kode, self.place.clone(), value.to_string(), format!("{}: {problem}", self.unit.nama))
    }

    /// `6 guru`, where one post holds the head too `7 guru termasuk kepala sekolah`.
    fn in_words(&self) -> String {
        format!("{} guru{}", self.least, if self.whole { " termasuk kepala sekolah" } else { "" })
    }
}

/// Whether what lacks may be added here: a post that our own formula made, of the class teachers or of all of them.
fn is_class_teacher(post: &Post) -> bool {
    let key = name_key(&post.jabatan);
    (key == GURU || key == GURU_KELAS) && post.kebutuhan.as_deref().is_some_and(is_computed)
}

/// Whether our own formula made the figure, so that the minimum stands before it (domain §2: an official figure and
/// that of the workload count before both).
pub fn is_computed(need: &Kebutuhan) -> bool {
    match need.sumber {
        SumberKebutuhan::Rumus | SumberKebutuhan::Perkiraan | SumberKebutuhan::Minimum => true,
        SumberKebutuhan::Resmi | SumberKebutuhan::BebanKerja => false,
    }
}
