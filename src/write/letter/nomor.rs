//! Number, date and signers of a decree: how they are printed, and what is wrong with them and keeps it a draft.

use jiff::civil::Date;

use super::context::Orang;
use super::kelengkapan::pengesah;
use crate::finding::{Finding, Place, catalogue};
use crate::model::bernomor::Nomor;
use crate::model::tanggal::tanggal_in_words;
use crate::settings::surat::GayaNomor;
use crate::settings::{FILE, Settings};

/// The word between number and year in the style of years.
const TAHUN: &str = "TAHUN";
/// So many years before or after that of the date the last figure of a number is still taken for its year.
const TAHUN_DEKAT: i16 = 5;
/// People named in a finding; the rest are counted.
const NAMED: usize = 3;

/// The number as a decree of this date prints it.
pub fn tercetak(gaya: GayaNomor, nomor: &str, tanggal: Date) -> Nomor {
    let nomor = nomor.trim();
    let (nomor, lengkap) = match gaya {
        GayaNomor::Klasifikasi => (nomor.to_string(), format!("NOMOR : {nomor}")),
        GayaNomor::Tahun if nomor.to_uppercase().contains(TAHUN) => (nomor.to_string(), format!("NOMOR {nomor}")),
        GayaNomor::Tahun => {
            let whole = format!("{nomor} {TAHUN} {}", tanggal.year());
            (whole.clone(), format!("NOMOR {whole}"))
        }
    };
    Nomor { nomor, lengkap, tanggal }
}

/// A decree stays a draft because of this.
fn draft(value: &str, problem: String, remedy: &'static str) -> Finding {
    let finding = Finding::new(&catalogue::KEPUTUSAN_DRAF, Place::file(FILE), value.to_string(), problem);
    finding.with_remedy(remedy)
}

/// A number of the settings; `None` where none is given. `key` is where it stands: `sk.nomor`.
///
/// # Errors
/// Why it cannot stand on a decree.
pub fn of_settings(settings: &Settings, key: &str, nomor: &str, tmt: Date) -> Result<Option<Nomor>, Vec<Finding>> {
    let nomor = nomor.trim();
    let tanggal = match (nomor.is_empty(), settings.sk.tanggal) {
        (true, None) => return Ok(None),
        // The date may be that of decrees on one person each.
        (true, Some(_)) if settings.surat.wants("sk-perorangan") => return Ok(None),
        (true, Some(tanggal)) => {
            let problem = format!("sk.tanggal = {tanggal} terisi, tetapi sk.nomor kosong; Keputusan tetap DRAF");
            return Err(vec![draft(&tanggal.to_string(), problem, "Isi sk.nomor, atau kosongkan keduanya.")]);
        }
        // Told with the other settings that cannot be used.
        (false, None) if settings.sk.tak_terbaca.iter().any(|key| key == "sk.tanggal") => return Err(Vec::new()),
        (false, None) => {
            let problem = format!("{key} = \"{nomor}\" tanpa tanggal; Keputusan tetap DRAF");
            let remedy = "Isi sk.tanggal seperti \"2026-11-20\": tahun, bulan, hari.";
            return Err(vec![draft(nomor, problem, remedy)]);
        }
        (false, Some(tanggal)) => tanggal,
    };
    let mut faults: Vec<Finding> = wrong_number(settings.sk.gaya_nomor, nomor, tanggal)
        .map(|(problem, remedy)| draft(nomor, format!("{key} = \"{nomor}\" {problem}; Keputusan tetap DRAF"), remedy))
        .into_iter()
        .collect();
    let (day, efektif) = (tanggal_in_words(tanggal), tanggal_in_words(tmt));
    if tanggal > tmt {
        let problem =
            format!("tanggal Keputusan {day} sesudah tanggal mulai berlakunya mutasi, {efektif}; Keputusan tetap DRAF");
        let remedy = "Perbaiki sk.tanggal. Jika tanggal itu benar, isi waktu.tanggal_efektif dengan tanggal sesudahnya, \
                      lalu jalankan lagi.";
        faults.push(draft(&tanggal.to_string(), problem, remedy));
    }
    match faults.is_empty() {
        true => Ok(Some(tercetak(settings.sk.gaya_nomor, nomor, tanggal))),
        false => Err(faults),
    }
}

/// Whether leadership approved this move only after the date of the decree.
pub fn is_late(nomor: &Nomor, orang: &Orang) -> bool {
    orang.usul.diputuskan.is_some_and(|decided| decided > nomor.tanggal)
}

/// Everybody on a decree was approved only after its date.
pub fn late(nomor: &Nomor, orang: &[Orang]) -> Finding {
    let last = orang.iter().filter_map(|orang| orang.usul.diputuskan).max();
    let problem = format!(
        "tanggal Keputusan {} mendahului persetujuan pimpinan, paling akhir {} ({}); Keputusan tetap DRAF",
        tanggal_in_words(nomor.tanggal),
        last.map(tanggal_in_words).unwrap_or_default(),
        names(orang.iter().map(|orang| orang.nama_bergelar.as_str()))
    );
    let remedy = "Perbaiki sk.tanggal, atau tanggal pada baris orang itu di lembar Keputusan.";
    draft(&nomor.tanggal.to_string(), problem, remedy)
}

/// What of a number would stand there twice or against its date, and what to do.
fn wrong_number(gaya: GayaNomor, nomor: &str, tanggal: Date) -> Option<(String, &'static str)> {
    let upper = nomor.to_uppercase();
    if ["NOMOR", "NO.", "NO "].iter().any(|word| upper.starts_with(word)) {
        let problem = format!("akan tercetak dengan kata nomor dua kali: “{}”", tercetak(gaya, nomor, tanggal).lengkap);
        return Some((problem, "Tulis nomornya saja, tanpa kata NOMOR."));
    }
    let blank = ["..", "…", "__", "xx", "XX"].iter().any(|sign| nomor.contains(sign));
    // Between strokes stands a word or a figure.
    let empty = nomor.split(['/', '\\']).any(|part| !part.contains(char::is_alphanumeric));
    if blank || empty || !nomor.contains(|c: char| c.is_ascii_digit()) {
        return Some(("belum lengkap".into(), "Isi nomor yang sudah diberikan, atau kosongkan sk.nomor sampai ada."));
    }
    if upper.matches(TAHUN).count() > 1 || upper.ends_with(TAHUN) {
        let problem = format!("akan tercetak dengan tahun yang keliru: “{}”", tercetak(gaya, nomor, tanggal).lengkap);
        return Some((problem, "Tulis kata TAHUN sekali saja dengan tahunnya, misalnya 361 TAHUN 2026."));
    }
    let mut figures = nomor.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let last = figures.next_back()?;
    let near = |year: &i16| (year - tanggal.year()).abs() <= TAHUN_DEKAT;
    let year = last.parse::<i16>().ok().filter(|year| last.len() == 4 && near(year));
    let year = year.filter(|_| figures.next().is_some())?;
    if gaya == GayaNomor::Tahun && !upper.contains(TAHUN) {
        let problem = format!("akan tercetak dengan tahun dua kali: “{}”", tercetak(gaya, nomor, tanggal).lengkap);
        return Some((problem, "Tulis nomornya saja, misalnya 361; atau isi sk.gaya_nomor = \"klasifikasi\"."));
    }
    let other = format!("memuat tahun {year}, padahal tanggal Keputusan {}", tanggal_in_words(tanggal));
    (year != tanggal.year()).then_some((other, "Samakan tahun pada sk.nomor dan sk.tanggal."))
}

/// What of the settings no decree can carry: values that could not be used, and the NIP of who signs or certifies.
pub fn pengaturan(settings: &Settings) -> Vec<Finding> {
    let sk = &settings.sk;
    let mut findings = Vec::new();
    if !sk.tak_terbaca.is_empty() {
        let keys = sk.tak_terbaca.join(", ");
        let problem = format!("{keys} di mutasi.toml tidak dapat dipakai seluruhnya; Keputusan tetap DRAF");
        let remedy = "Perbaiki nilai itu menurut temuan P-102, lalu jalankan lagi.";
        findings.push(draft(&keys, problem, remedy));
    }
    if sk.nama_pejabat.trim().is_empty() {
        let problem =
            "sk.nama_pejabat kosong, sehingga Keputusan tidak memuat nama penandatangannya; Keputusan tetap DRAF";
        let remedy = "Isi sk.nama_pejabat dengan nama yang menandatangani, lalu jalankan lagi.";
        findings.push(draft("sk.nama_pejabat", problem.into(), remedy));
    }
    findings.extend(pengesah(settings));
    findings.extend(nip_fault("sk.petikan_nip", &sk.petikan_nip, "; Keputusan tetap DRAF"));
    if !sk.penandatangan_jabatan.trim().is_empty() {
        findings.extend(nip_fault("sk.penandatangan_nip", &sk.penandatangan_nip, "; Keputusan tetap DRAF"));
    }
    findings
}

/// What is wrong with the signer of the office's other letters.
pub fn kepala(settings: &Settings) -> Option<Finding> {
    nip_fault("surat.kepala_nip", &settings.surat.kepala_nip, "")
}

/// An NIP has 18 digits; an empty one is not given yet.
fn nip_fault(key: &str, nip: &str, then: &str) -> Option<Finding> {
    let signs: Vec<char> = nip.chars().filter(|c| !c.is_whitespace()).collect();
    let whole = signs.len() == 18 && signs.iter().all(char::is_ascii_digit);
    (!signs.is_empty() && !whole).then(|| {
        let problem = format!("{key} = \"{}\" bukan NIP 18 angka{then}", nip.trim());
        Finding::new(&catalogue::NIP_PENANDATANGAN, Place::file(FILE), nip.trim(), problem)
    })
}

/// The first few names, and how many more.
pub fn names<'n>(all: impl Iterator<Item = &'n str>) -> String {
    let all: Vec<&str> = all.collect();
    let named = all.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    match all.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named}, dan {more} lainnya"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TMT: Date = date(2026, 12, 1);

    fn of(gaya: GayaNomor, nomor: &str, tanggal: Option<Date>) -> Result<Option<String>, String> {
        let mut settings = Settings::default();
        (settings.sk.gaya_nomor, settings.sk.tanggal) = (gaya, tanggal);
        let told = |findings: Vec<Finding>| findings.into_iter().map(|finding| finding.problem).collect::<Vec<_>>();
        of_settings(&settings, "sk.nomor", nomor, TMT)
            .map(|nomor| nomor.map(|nomor| nomor.lengkap))
            .map_err(|findings| told(findings).join(" | "))
    }

    #[test]
    fn a_number_is_printed_in_the_offices_style() {
        let day = Some(date(2026, 11, 20));
        let fine = |gaya, nomor| of(gaya, nomor, day).unwrap().unwrap();
        assert_eq!(fine(GayaNomor::Klasifikasi, " 800.1.3.3/217/BKPSDM/2026 "), "NOMOR : 800.1.3.3/217/BKPSDM/2026");
        assert_eq!(fine(GayaNomor::Klasifikasi, "361 TAHUN 2026"), "NOMOR : 361 TAHUN 2026");
        assert_eq!(fine(GayaNomor::Klasifikasi, "217"), "NOMOR : 217");
        assert_eq!(fine(GayaNomor::Tahun, "HK/361 TAHUN 2026"), "NOMOR HK/361 TAHUN 2026");
        assert_eq!(fine(GayaNomor::Tahun, "361"), "NOMOR 361 TAHUN 2026");
        assert_eq!(fine(GayaNomor::Tahun, "2025"), "NOMOR 2025 TAHUN 2026", "a number by itself is no year");
        assert_eq!(fine(GayaNomor::Tahun, "361 Tahun 2026"), "NOMOR 361 Tahun 2026");
        assert_eq!(of(GayaNomor::Tahun, "", None), Ok(None));
    }

    #[test]
    fn what_would_stand_there_twice_or_against_the_date_is_told() {
        let day = Some(date(2026, 11, 20));
        for (gaya, nomor, tanggal, words) in [
            (
                GayaNomor::Tahun,
                "800.1.3.3/217/BKPSDM/2026",
                day,
                "tahun dua kali: “NOMOR 800.1.3.3/217/BKPSDM/2026 TAHUN 2026”",
            ),
            (GayaNomor::Tahun, "361 TAHUN 2025", day, "memuat tahun 2025"),
            (GayaNomor::Klasifikasi, "800.1.3.3/217/BKPSDM/2025", day, "memuat tahun 2025"),
            (
                GayaNomor::Tahun,
                "361 TAHUN 2026 TAHUN 2026",
                day,
                "tahun yang keliru: “NOMOR 361 TAHUN 2026 TAHUN 2026”",
            ),
            (GayaNomor::Tahun, "361 Tahun", day, "tahun yang keliru: “NOMOR 361 Tahun”"),
            (GayaNomor::Klasifikasi, "800.1.3.3/.../BKPSDM/2026", day, "belum lengkap"),
            (GayaNomor::Klasifikasi, "-", day, "belum lengkap"),
            (GayaNomor::Klasifikasi, "800.1.3.3/  /BKPSDM/2026", day, "belum lengkap"),
            (GayaNomor::Klasifikasi, "800.1.3.3/\u{a0}\t/BKPSDM/2026", day, "belum lengkap"),
            (GayaNomor::Klasifikasi, "800.1.3.3//BKPSDM/2026", day, "belum lengkap"),
            (GayaNomor::Klasifikasi, "800.1.3.3/-/BKPSDM/2026", day, "belum lengkap"),
            (GayaNomor::Klasifikasi, "/BKPSDM/2026", day, "belum lengkap"),
            (GayaNomor::Klasifikasi, "800.1.3.3/217/BKPSDM/", day, "belum lengkap"),
            (GayaNomor::Tahun, "/361", day, "belum lengkap"),
            (GayaNomor::Tahun, "HK/ /361 TAHUN 2026", day, "belum lengkap"),
            (GayaNomor::Klasifikasi, "Nomor 217/2026", day, "kata nomor dua kali: “NOMOR : Nomor 217/2026”"),
            (GayaNomor::Klasifikasi, "217/2026", None, "tanpa tanggal"),
            (GayaNomor::Klasifikasi, "", day, "sk.nomor kosong"),
            (GayaNomor::Klasifikasi, "217/2026", Some(date(2026, 12, 25)), "25 Desember 2026 sesudah"),
        ] {
            let told = of(gaya, nomor, tanggal).unwrap_err();
            assert!(told.contains(words) && told.contains("tetap DRAF"), "{nomor}: {told}");
        }
    }

    #[test]
    fn an_approval_after_the_date_of_the_decree_is_told_with_both_days() {
        let siti = Orang {
            nama_bergelar: "SITI".into(),
            usul: super::super::context::Usul { diputuskan: Some(date(2026, 11, 18)), ..Default::default() },
            ..Orang::default()
        };
        let of = |day| tercetak(GayaNomor::Klasifikasi, "217/2026", date(2026, 11, day));
        assert!(is_late(&of(17), &siti) && !is_late(&of(18), &siti));
        let told = late(&of(17), &[siti]).problem;
        assert!(told.contains("17 November 2026 mendahului") && told.contains("18 November 2026 (SITI)"), "{told}");
    }

    #[test]
    fn a_decree_names_who_signs_it() {
        let told = pengaturan(&Settings::default());
        assert!(told[0].problem.starts_with("sk.nama_pejabat kosong") && told.len() == 1, "{told:?}");
    }

    #[test]
    fn signers_have_an_nip_of_eighteen_digits_or_none() {
        let mut settings = Settings::default();
        settings.sk.nama_pejabat = "H. MUHAMMAD SYUKUR".into();
        assert_eq!((pengaturan(&settings), kepala(&settings)), (vec![], None));
        settings.sk.penandatangan_nip = "1970".into();
        assert_eq!(pengaturan(&settings), [], "who signs in person prints no NIP");
        settings.sk.penandatangan_jabatan = "SEKRETARIS DAERAH".into();
        settings.sk.petikan_nip = "19700101 199503 2 002".into();
        let told = pengaturan(&settings);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].problem.starts_with("sk.penandatangan_nip = \"1970\" bukan NIP 18 angka"), "{told:?}");
        settings.surat.kepala_nip = "-".into();
        assert!(kepala(&settings).is_some());
    }
}
