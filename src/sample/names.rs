//! Names of people who do not exist: common Indonesian name parts, put together by chance.

use crate::model::status::JenisKelamin;
use crate::sample::rng::Rng;

const MALE: &[&str] = &[
    "Ahmad", "Budi", "Joko", "Hendra", "Rizki", "Dedi", "Eko", "Fajar", "Agus", "Irfan", "Yusuf", "Rahmat", "Heri",
    "Bambang", "Iwan", "Andi", "Arif", "Zulkifli", "Sofyan", "Taufik", "Ridwan", "Syahrul", "Imam", "Hasan", "Joni",
    "Rudi", "Sugeng", "Wahyu", "Dian", "Edi", "Firman", "Gunawan", "Hadi", "Indra", "Jamal", "Kurnia", "Lukman",
    "Mahmud", "Nanang", "Opan", "Parlin", "Ramli", "Samsul", "Teguh", "Usman", "Viktor", "Warno", "Yanto", "Zainal",
    "Muhammad", "Sahat", "Made", "Tomi", "Slamet", "Purnomo", "Darmawan", "Ismail", "Bahtiar", "Fikri", "Galih",
];

const FEMALE: &[&str] = &[
    "Siti",
    "Rina",
    "Dewi",
    "Sri",
    "Nur",
    "Yuni",
    "Fitri",
    "Ratna",
    "Lestari",
    "Mega",
    "Indah",
    "Wati",
    "Yanti",
    "Rosmawati",
    "Marlina",
    "Nurhayati",
    "Ernawati",
    "Susi",
    "Desi",
    "Lina",
    "Maya",
    "Novi",
    "Okta",
    "Putri",
    "Rahma",
    "Salma",
    "Tuti",
    "Ulfa",
    "Vina",
    "Winda",
    "Yulia",
    "Zahra",
    "Ani",
    "Betty",
    "Citra",
    "Diana",
    "Elvi",
    "Farida",
    "Gita",
    "Hasnah",
    "Ika",
    "Juwita",
    "Kartika",
    "Leni",
    "Mariani",
    "Netty",
    "Orin",
    "Puspita",
    "Riska",
    "Sulastri",
    "Tiara",
    "Umi",
    "Vera",
    "Wulan",
    "Yosi",
    "Asmarani",
    "Murni",
    "Halimah",
    "Evi",
    "Rosa",
];

const LAST: &[&str] = &[
    "Santoso",
    "Saputra",
    "Wijaya",
    "Siregar",
    "Lubis",
    "Nasution",
    "Harahap",
    "Kurniawan",
    "Hidayat",
    "Susanto",
    "Pratama",
    "Setiawan",
    "Rahman",
    "Hakim",
    "Fauzi",
    "Syahputra",
    "Ramadhan",
    "Utama",
    "Firdaus",
    "Anwar",
    "Abdullah",
    "Halim",
    "Munandar",
    "Effendi",
    "Basri",
    "Simanjuntak",
    "Hutagalung",
    "Permana",
    "Nugroho",
    "Wibowo",
    "Suryadi",
    "Iskandar",
    "Maulana",
    "Hamdani",
    "Yahya",
    "Tanjung",
    "Chaniago",
    "Sihombing",
    "Manurung",
    "Gunadi",
    "Prasetyo",
    "Utomo",
    "Kusuma",
    "Aditya",
    "Mahendra",
    "Sanjaya",
    "Irawan",
    "Ardiansyah",
    "Zakaria",
    "Marpaung",
    "Suherman",
    "Tarigan",
    "Rusdi",
    "Azhari",
    "Syarif",
    "Hasibuan",
    "Daulay",
    "Purba",
    "Asmara",
    "Wardana",
];

const LAST_FEMALE: &[&str] = &[
    "Aminah",
    "Lestari",
    "Marlina",
    "Handayani",
    "Rahayu",
    "Wulandari",
    "Safitri",
    "Anggraini",
    "Permatasari",
    "Puspitasari",
    "Hasanah",
    "Khairani",
    "Oktaviani",
    "Novitasari",
    "Kusumawati",
    "Maharani",
    "Rahmawati",
    "Yuliana",
    "Ningsih",
    "Astuti",
    "Kartini",
    "Melati",
    "Utami",
    "Zulaikha",
    "Hartati",
    "Susilawati",
    "Apriani",
    "Fadhilah",
    "Siregar",
    "Lubis",
    "Nasution",
    "Harahap",
    "Simanjuntak",
    "Chaniago",
    "Tanjung",
    "Purba",
];

const MIDDLE: &[&str] = &["Nur", "Dwi", "Tri", "Putra", "Ayu", "Eka", "Adi", "Mulia", "Jaya", "Setia"];

/// A name without titles: two parts, sometimes one or three. Upper case, as SIASN prints it.
pub(super) fn full_name(rng: &mut Rng, sex: JenisKelamin) -> String {
    let (first, last) = match sex {
        JenisKelamin::LakiLaki => (*rng.pick(MALE), *rng.pick(LAST)),
        JenisKelamin::Perempuan => (*rng.pick(FEMALE), *rng.pick(LAST_FEMALE)),
    };
    let name = match rng.between(0, 99) {
        // One-word names are legal and common.
        0..=4 => last.to_string(),
        5..=24 => format!("{first} {} {last}", rng.pick(MIDDLE)),
        _ => format!("{first} {last}"),
    };
    name.to_uppercase()
}

/// A name with its titles as decrees print it: `Drs. H. BUDI SANTOSO, M.Pd.`
pub(super) fn with_titles(depan: &str, nama: &str, belakang: &str) -> String {
    let mut text = String::with_capacity(depan.len() + nama.len() + belakang.len() + 3);
    if !depan.is_empty() {
        text.push_str(depan);
        text.push(' ');
    }
    text.push_str(nama);
    if !belakang.is_empty() {
        text.push_str(", ");
        text.push_str(belakang);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_stand_where_decrees_put_them() {
        assert_eq!(with_titles("dr.", "SITI AMINAH", "Sp.A"), "dr. SITI AMINAH, Sp.A");
        assert_eq!(with_titles("", "SITI AMINAH", ""), "SITI AMINAH");
    }
}
