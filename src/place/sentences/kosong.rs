//! Why a post stays short, and what remains to be done.

use super::{first_lower, unit_of};
use crate::finding::Place;
use crate::model::angka::ribuan;
use crate::model::jabatan::leads_unit;
use crate::model::needs::{Post, PostId, SumberKebutuhan};
use crate::model::plan::{SebabKosong, TindakLanjut, Tujuan};
use crate::place::facts::Facts;
use crate::place::rules::Rule;

/// Rules named in a sentence; further ones are only said to exist.
const NAMED: usize = 3;

/// Rules of the office's own situation: while one fails, it is the region that lacks the Minister's approval, not the
/// people.
const DAERAH: [&str; 3] = ["A-116", "A-117", "A-118"];

/// Who could come to a post that stays short.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Supply {
    /// Holders of the jabatan in other units, without those the plan brings here.
    pub holders: u32,
    /// Those of them who pass every rule for this post.
    pub calon: u32,
    /// People the plan brings here.
    pub arriving: u32,
    /// How many each rule of the run stops; one person may be stopped by several.
    pub stopped: Vec<u32>,
    /// Posts elsewhere whose need nobody knows, once for each holder whom that keeps there.
    pub belum: Vec<PostId>,
    /// Surplus that remains in other units after the plan.
    pub surplus: u32,
    /// What may stop them beside rules, limits and the bounds of posts, in words.
    pub penahan: &'static str,
    /// How many would pass every rule but that only those move who wished for it, which the office has chosen; no
    /// more than the surplus that could be sent.
    pub usulan: u32,
    /// What of the office's own choices keeps the post open.
    pub halangan: Option<Halangan>,
    /// Whether the run has limits.
    pub dibatasi: bool,
}

/// A choice of the office that keeps a post open though somebody could come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Halangan {
    /// Without limits so many places more would be filled here; the limits that stand against it, in words.
    Batas(u32, String),
    /// The order of goals does not ask for filling, or puts this goal before it.
    Urutan(Option<Tujuan>),
}

impl Supply {
    /// How many the region's own situation stops, and how many of the holders surely nothing else does.
    fn stopped_by_region(&self, rules: &[Rule]) -> (u32, u32) {
        let region = DAERAH.iter().map(|code| self.stopped_by(code, rules)).max().unwrap_or(0);
        let others = rules.iter().zip(&self.stopped).filter(|(rule, _)| !DAERAH.contains(&rule.code));
        let others: u32 = others.map(|(_, count)| *count).sum();
        (region, region.saturating_sub(others))
    }

    /// Whether missing data keep people away, and no choice of the office keeps others who could come.
    fn lacks_data(&self) -> bool {
        !self.belum.is_empty() && self.usulan == 0
    }

    fn stopped_by(&self, code: &str, rules: &[Rule]) -> u32 {
        rules.iter().position(|rule| rule.code == code).map_or(0, |at| self.stopped[at])
    }
}

/// Why a post stays short, and the cause in one word.
pub fn kosong(facts: &Facts, post: &Post, supply: &Supply) -> (SebabKosong, String) {
    let jabatan = post.jabatan_label();
    let lain = if supply.arriving > 0 { " lain" } else { "" };
    let stopped = stopped(facts, supply);
    let sebab = match supply.halangan.as_ref().filter(|_| supply.calon > 0) {
        _ if supply.calon + supply.arriving == 0 && supply.lacks_data() => SebabKosong::DataBelumLengkap,
        _ if supply.calon + supply.arriving == 0 => SebabKosong::TidakAdaCalon,
        Some(Halangan::Batas(..)) => SebabKosong::BatasRencana,
        Some(Halangan::Urutan(_)) => SebabKosong::UrutanTujuan,
        None => SebabKosong::CalonTerpakai,
    };
    let brought = match supply.arriving {
        0 => String::new(),
        count => format!("Rencana ini sudah mendatangkan {} orang. ", ribuan(count.into())),
    };
    let alasan = match (supply.holders, supply.calon) {
        (0, _) => format!("Tidak ada {jabatan}{lain} di unit lain."),
        (holders, 0) => {
            let holders = ribuan(holders.into());
            format!(
                "Dari {holders} {jabatan}{lain} di unit lain tidak seorang pun dapat dipindahkan ke sini: {stopped}."
            )
        }
        (_, calon) => {
            let rest = if stopped.is_empty() { String::new() } else { format!(" Di luar itu {stopped}.") };
            format!(
                "Ada {} {jabatan}{lain} di unit lain yang memenuhi semua aturan untuk tempat ini, {}.{rest}",
                ribuan(calon.into()),
                tetapi(supply)
            )
        }
    };
    // Wider limits would not fill the post further.
    let also = match supply.dibatasi && sebab == SebabKosong::CalonTerpakai {
        true => format!(" Tanpa {} pun tempat ini tetap kurang.", batas_rencana(supply)),
        false => String::new(),
    };
    (sebab, brought + &alasan + &also)
}

/// The limits, so that bounds on totals are not meant where there are some.
fn batas_rencana(supply: &Supply) -> &'static str {
    if supply.penahan.is_empty() { "batas rencana" } else { "batas rencana selain batas total" }
}

/// Why those who could come do not.
fn tetapi(supply: &Supply) -> String {
    match &supply.halangan {
        Some(Halangan::Batas(more, batas)) => {
            format!(
                "tetapi terhalang {batas}; tanpa {}, di sini terisi {} tempat lagi",
                batas_rencana(supply),
                ribuan((*more).into())
            )
        }
        Some(Halangan::Urutan(None)) => {
            "tetapi urutan tujuan yang dipilih tidak memuat keterisian, sehingga kekurangan tidak diminta terisi".into()
        }
        Some(Halangan::Urutan(Some(first))) => format!(
            "tetapi urutan tujuan yang dipilih mendahulukan {} atas keterisian, dan tujuan itu memburuk bila tempat ini \
             diisi",
            first.nama()
        ),
        None => format!(
            "tetapi unitnya sendiri menjadi kurang bila mereka pindah, atau mereka diarahkan ke tempat yang sama atau \
             lebih mendesak{}",
            supply.penahan
        ),
    }
}

/// The rules that stop most, as words, and whom the lack of a need keeps where they are.
fn stopped(facts: &Facts, supply: &Supply) -> String {
    let all = &facts.rules;
    let mut rules: Vec<(u32, usize)> =
        supply.stopped.iter().enumerate().filter(|(_, count)| **count > 0).map(|(at, count)| (*count, at)).collect();
    rules.sort_by_key(|&(count, at)| (std::cmp::Reverse(count), at));
    let words = |&(count, at): &(u32, usize)| {
        let why = if DAERAH.contains(&all[at].code) { "tertahan keadaan daerah menurut" } else { "tidak memenuhi" };
        format!("{} orang {why} {} ({})", ribuan(count.into()), all[at].code, first_lower(all[at].title))
    };
    let mut named: Vec<String> = rules.iter().take(NAMED).map(words).collect();
    if rules.len() > NAMED {
        named.push("selebihnya aturan lain".into());
    }
    named.extend(belum_diketahui(facts, supply));
    named.join(", ")
}

/// `1 orang belum dapat dinilai karena kebutuhan Guru TK di TK Negeri 1 belum diketahui: jumlah rombelnya tercatat 0`.
fn belum_diketahui(facts: &Facts, supply: &Supply) -> Option<String> {
    let first = *supply.belum.first()?;
    let count = ribuan(supply.belum.len() as i64);
    let post = facts.needs.post(first);
    let more = supply.belum.iter().filter(|other| **other != first).count();
    let more = if more > 0 { format!(", dan tempat lain bagi {} orang", ribuan(more as i64)) } else { String::new() };
    let why = sebab_belum(facts, first).0;
    Some(format!(
        "{count} orang belum dapat dinilai karena kebutuhan {} di {} belum diketahui: {why}{more}",
        post.jabatan_label(),
        unit_of(facts, post)
    ))
}

/// Why nobody knows the need of a post, and the cell to complete.
fn sebab_belum(facts: &Facts, id: PostId) -> (String, Place) {
    let unit = facts.unit_of(facts.needs.post(id));
    if let Some(ragu) = facts.needs.ragu.get(&id) {
        return (ragu.in_words(), ragu.place.clone());
    }
    match &unit.sekolah {
        Some(sekolah) if sekolah.rombel.is_none_or(|rombel| rombel == 0) => {
            let why = match sekolah.rombel {
                Some(_) => "jumlah rombelnya tercatat 0",
                None => "jumlah rombelnya belum diisi",
            };
            (why.into(), sekolah.rombel_place.clone().unwrap_or_else(|| unit.place.clone()))
        }
        _ => ("angkanya belum ada di data kebutuhan".into(), unit.place.clone()),
    }
}

/// What is to be completed first, where missing data of other units keep the only people who could come.
fn lengkapi(facts: &Facts, supply: &Supply) -> String {
    let mut posts = supply.belum.clone();
    posts.sort();
    posts.dedup();
    let cell = |id: &PostId| {
        let (why, place) = sebab_belum(facts, *id);
        format!("{} ({why}) di {place}", unit_of(facts, facts.needs.post(*id)))
    };
    let named: Vec<String> = posts.iter().take(NAMED).map(cell).collect();
    let more = posts.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(", dan {} tempat lain", ribuan(more as i64)) } else { String::new() };
    format!("Lengkapi dahulu data {}{more}, lalu jalankan lagi", named.join(", "))
}

/// What remains to be done about a post that stays short, in words and in figures.
pub fn saran(facts: &Facts, post: &Post, kurang: u32, supply: &Supply) -> (String, TindakLanjut) {
    let rules = &facts.rules;
    let jabatan = post.jabatan_label();
    let all_lead = supply.holders > 0 && supply.stopped_by("A-108", rules) == supply.holders;
    if leads_unit(&post.jabatan) || all_lead {
        let words =
            format!("Pengisian {jabatan} diputuskan tersendiri oleh pimpinan, tidak melalui rencana mutasi ini.");
        return (words, TindakLanjut { pimpinan: kurang, ..TindakLanjut::default() });
    }
    let chosen = supply.halangan.as_ref().filter(|_| supply.calon > 0);
    let formasi = format!("{} formasi CPNS/PPPK {jabatan}", ribuan(kurang.into()));
    let bounded = supply.calon > 0 && !supply.penahan.is_empty();
    let usul = match bounded {
        true => {
            format!("Tinjau rencana.total di mutasi.toml bila batas total menahan calonnya, atau usulkan {formasi}")
        }
        false => format!("Usulkan {formasi}; mutasi tidak dapat mengisinya"),
    };
    let region = if supply.calon == 0 { supply.stopped_by_region(rules) } else { (0, 0) };
    let tindak_lanjut = match chosen {
        _ if supply.calon == 0 && supply.lacks_data() => TindakLanjut { data: kurang, ..TindakLanjut::default() },
        Some(Halangan::Batas(more, _)) => of_all(kurang, *more, |own, batas| own.batas = batas),
        Some(Halangan::Urutan(_)) => of_all(kurang, kurang, |own, batas| own.batas = batas),
        None if region.0 > 0 => match region.1.min(supply.surplus) {
            // What the approval would fill is not sure: it is waited for first.
            0 => of_all(kurang, kurang, |own, waits| own.persetujuan = waits),
            sure => of_all(kurang, sure, |own, waits| own.persetujuan = waits),
        },
        None if bounded => of_all(kurang, kurang, |own, batas| own.batas = batas),
        None if supply.usulan > 0 => of_all(kurang, supply.usulan, |own, batas| own.batas = batas),
        None => of_all(kurang, 0, |_, _| {}),
    };
    let usul = match supply.surplus {
        _ if supply.calon == 0 && supply.lacks_data() => {
            format!("{}; bila tetap kurang, usulkan {formasi}.", lengkapi(facts, supply))
        }
        _ if chosen.is_some() => chosen.map(|own| once_allowed(kurang, own, &jabatan)).unwrap_or_default(),
        _ if region.0 > 0 => once_approved(kurang, region.1.min(supply.surplus)),
        _ if !bounded && supply.usulan > 0 => once_wished(kurang, supply.usulan, &jabatan),
        0 => format!("{usul}."),
        _ if bounded => format!("{usul}."),
        surplus => format!(
            "{usul} saat ini. Kelebihan {} orang di unit lain tertahan aturan{} atau data yang belum lengkap; tinjau \
             kembali bila syaratnya terpenuhi.",
            ribuan(surplus.into()),
            if supply.dibatasi { ", batas rencana," } else { "" }
        ),
    };
    let words = match post.kebutuhan.as_ref().map(|need| need.sumber) {
        Some(SumberKebutuhan::Perkiraan) => format!("{usul} Kebutuhan ini masih perkiraan; pastikan dahulu angkanya."),
        Some(
            SumberKebutuhan::Resmi | SumberKebutuhan::BebanKerja | SumberKebutuhan::Rumus | SumberKebutuhan::Minimum,
        )
        | None => usul,
    };
    (words, tindak_lanjut)
}

/// So many of the missing by what `set` says, the rest by new people.
fn of_all(kurang: u32, some: u32, set: fn(&mut TindakLanjut, u32)) -> TindakLanjut {
    let some = some.min(kurang);
    let mut own = TindakLanjut { formasi: kurang - some, ..TindakLanjut::default() };
    set(&mut own, some);
    own
}

/// What remains where leadership's own decisions keep so many places open; the rest as before.
pub fn saran_keputusan(jabatan: &str, kurang: u32, held: u32) -> String {
    let rest = match kurang.saturating_sub(held) {
        0 => String::new(),
        rest => format!("; usulkan {} formasi CPNS/PPPK {jabatan} untuk selebihnya", ribuan(rest.into())),
    };
    let some = if held < kurang {
        format!("{} dari {} terbuka", ribuan(held.into()), ribuan(kurang.into()))
    } else {
        "Terbuka".into()
    };
    format!(
        "{some} karena keputusan pimpinan yang menunda, menolak, atau melarang perpindahan; tanpa keputusan itu terisi \
         melalui mutasi{rest}."
    )
}

/// What remains where a choice of the office keeps those who could come.
fn once_allowed(kurang: u32, halangan: &Halangan, jabatan: &str) -> String {
    match halangan {
        Halangan::Batas(more, _) if *more >= kurang => {
            "Dapat diisi melalui mutasi dalam rencana berikutnya, atau bila \
             batasnya dilonggarkan ([rencana] di mutasi.toml)."
                .into()
        }
        Halangan::Batas(more, _) => format!(
            "{} dari {} dapat diisi melalui mutasi dalam rencana berikutnya, atau bila batasnya dilonggarkan ([rencana] di \
             mutasi.toml); usulkan {} formasi CPNS/PPPK {jabatan} untuk selebihnya.",
            ribuan((*more).into()),
            ribuan(kurang.into()),
            ribuan((kurang - more).into())
        ),
        Halangan::Urutan(_) => {
            "Bila kekurangan ini hendak diisi melalui mutasi, tulis \"keterisian\" paling depan pada \
             rencana.urutan di mutasi.toml, lalu jalankan lagi."
                .into()
        }
    }
}

/// What remains where the office lets only those move who wished for it: so many of the missing could come otherwise.
fn once_wished(kurang: u32, usulan: u32, jabatan: &str) -> String {
    let (lacking, sure) = (ribuan(kurang.into()), ribuan(usulan.min(kurang).into()));
    let rest = match kurang.saturating_sub(usulan) {
        0 => String::new(),
        rest => format!("; usulkan {} formasi CPNS/PPPK {jabatan} untuk selebihnya", ribuan(rest.into())),
    };
    format!(
        "{sure} dari {lacking} terbuka karena pilihan kantor bahwa pegawai hanya dipindahkan atas usulannya sendiri (A-152); \
         dapat diisi melalui mutasi bila usulan pegawai dimintakan, atau bila aturan itu dimatikan ([aturan.A-152] di \
         mutasi.toml){rest}."
    )
}

/// What remains where the region's own situation stops the people: so many of the missing can surely come once it does
/// not.
fn once_approved(kurang: u32, sure: u32) -> String {
    let lacking = ribuan(kurang.into());
    match sure {
        sure if sure >= kurang => {
            "Dapat diisi melalui mutasi setelah persetujuan Menteri Dalam Negeri diperoleh; jalankan lagi sesudah itu."
                .into()
        }
        0 => "Mungkin dapat diisi melalui mutasi setelah persetujuan Menteri Dalam Negeri diperoleh; jalankan lagi sesudah \
              itu, lalu usulkan formasi CPNS/PPPK untuk yang masih kurang."
            .into(),
        sure => format!(
            "{} dari {lacking} dapat diisi melalui mutasi setelah persetujuan Menteri Dalam Negeri diperoleh; jalankan \
             lagi sesudah itu, lalu usulkan formasi CPNS/PPPK untuk selebihnya.",
            ribuan(sure.into())
        ),
    }
}
