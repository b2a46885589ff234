/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Names for samples. None is meant to be anybody's. They are chosen for what they ask of a screen:
 * accents, apostrophes, other scripts, from right to left, very short and very long. They are data
 * and are not translated: the same seed makes the same file in every language.
 */

#include "config.h"

#include "dd-sample-names.h"

const char *const dd_sample_managers[] = {
  "Ana Lúcia Ferreira", "Björn Åkesson",   "Siobhán O’Rourke", "Θάλεια Παππά", "Hannes Grünwald",
  "小林 美咲",          "Chiamaka Okonjo", "Étienne Lefèvre",  NULL,
};

const char *const dd_sample_consultants[] = {
  "Marek Dvořák",   "Inês Carvalho",      "Olena Kovalchuk",
  "Tobias Wörner",  "ليلى حداد",          "Pádraig Ó Briain",
  "Zeynep Aydın",   "Nguyễn Minh Châu",   "Дмитрий Соловьёв",
  "Aino Mäkelä",    "Rajesh Iyer",        "陈 思远",
  "Giulia D’Amico", "Łukasz Żak",         "Kwame Boateng",
  "דנה לוי",        "Sólveig Þórsdóttir", "박 지훈",
  "Camille Noël",   "Mateo Ibáñez",       NULL,
};

static const char *const customers[] = {
  "Müller & Söhne Maschinenbau GmbH",
  "Northwick Mutual",
  "O’Hanlon Freight",
  "Société Générale des Forges d’Aubrac",
  "Ελληνική Ναυτιλία Αιγαίου",
  "Banco Peñalara",
  "Østfold Kraft",
  "株式会社あおぞら物流",
  "Čížek a synové",
  "بنك الواحة للتجارة",
  "Grön Skog AB",
  "Завод «Северный Луч»",
  "Quayside",
  "Ağaoğlu Tekstil",
  "Vereinigte Elektrizitäts- und Wasserversorgungsbetriebe Oberschwaben-Allgäu",
  "D’Angelo e Figli",
  "Żuraw Stocznia",
  "קבוצת הגליל",
  "Ó Súilleabháin Dairies",
  "上海远航科技有限公司",
  "Bluebell Insurance",
  "Fábrica de Vidrios Ñandú",
  "Þingvellir Orka",
  "Công ty Sông Hồng",
  "Hôpitaux de l’Île-aux-Coudres",
  "Kestrel & Wren",
  "한빛 전자",
  "Ağrı Lojistik",
  "Lindqvist Papper",
  "Ångström Instrument",
  "Rīgas Dzintars",
  "Țara Bârsei Lactate",
  "Cooperativa Agrícola São João",
  "Őrség Takarék",
  "Harbour Lights Credit Union of the Northern Isles and Adjacent Islands",
  "Đông Phương Dệt May",
  "Kızılırmak Enerji",
  "Φάρος Τηλεπικοινωνίες",
  "Українські Зернові Лінії",
  "ไทยรุ่งเรืองขนส่ง",
  "Meridian Rail",
  "Brückner+Zeiss Optik",
  "“Petit Pont” Éditions",
  "Sävar Skog",
  "Tiroler Bergbahnen",
  "Ys",
  "मुंबई समुद्र बीमा",
  "Castañeda Hermanos",
};

static const char *const cities[] = {
  "Bremen",  "Łódź",   "Porto",  "Αθήνα",     "Kraków", "Malmö", "Galway", "Brno",
  "İzmir",   "Київ",   "大阪",   "Nîmes",     "Tromsø", "Cádiz", "Győr",   "Leeds",
  "القاهرة", "Zürich", "Hà Nội", "São Paulo", "חיפה",   "Århus", "Québec", "부산",
};

static const char *const first_names[] = {
  "Jana",  "Pål",      "Aoife",  "Νίκος", "María José", "Wei",    "Chloë", "Yusuf", "Ewa",
  "Håkon", "Svitlana", "Élodie", "Bence", "Noor",       "Ingrid", "Tomáš", "Leïla",
};

static const char *const last_names[] = {
  "Hofmann", "Sørensen",     "Ní Dhomhnaill", "Γεωργίου",          "Etxeberria",
  "Zhang",   "van der Meer", "Yıldız",        "Wiśniewska",        "Bjørnstad",
  "Мельник", "Beauchêne",    "Szűcs",         "D’Souza",           "Nordström",
  "Říha",    "Ben Saïd",     "Tanaka",        "Featherstonehaugh",
};

char *
dd_sample_names_make_customer (guint number, guint turn)
{
  const guint n = G_N_ELEMENTS (customers);
  const char *name = customers[(number + turn) % n];
  guint round = number / n;
  guint city = (round + turn) % G_N_ELEMENTS (cities);

  if (round == 0)
    return g_strdup (name);
  if (round <= G_N_ELEMENTS (cities))
    return g_strdup_printf ("%s, %s", name, cities[city]);
  return g_strdup_printf ("%s, %s %u", name, cities[city], (guint) (round / G_N_ELEMENTS (cities)));
}

char *
dd_sample_names_make_contact (guint number, guint turn)
{
  const char *first = first_names[(number + turn) % G_N_ELEMENTS (first_names)];
  const char *last = last_names[(number * 7 + turn) % G_N_ELEMENTS (last_names)];

  return g_strdup_printf ("%s %s", first, last);
}

char *
dd_sample_names_make_address (const char *role, guint number, const char *host)
{
  return g_strdup_printf ("%s%u@%s", role, number + 1, host);
}
