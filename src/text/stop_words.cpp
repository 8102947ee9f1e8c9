// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/stop_words.hpp"

#include <algorithm>
#include <array>

namespace blogsearch::text {
namespace {

struct List {
  std::string_view language;
  std::string_view words;  ///< a space before and behind each
};

constexpr std::array<List, 12> lists{{
    {"da",
     " af alle at da de dem den der deres det dette dig din du efter eller en er et for fra ham "
     "han "
     "har havde have hende her hun hvad hvor i ikke ind jeg kan man med mig min ned når og også om "
     "op os over på sig sin skal som til ud var vi vil være "},
    {"de",
     " aber als am an auch auf aus bei bin bis bist da das dass daß dem den der des dich die dir "
     "du "
     "ein eine einem einen einer eines er es für hat hatte ich ihm ihn ihr im in ist ja kann "
     "können "
     "mein mich mir mit nach nicht noch nun nur ob oder sein sich sie sind so über um und uns "
     "unser "
     "vom von vor war was wenn wer wie wir wird wo zu zum zur "},
    {"en",
     " a about all also am an and any are as at be been being but by can could did do does for "
     "from "
     "had has have he her him his how i if in into is it its may me my no nor not of on or our she "
     "should so some such than that the their them then there these they this those to was we were "
     "what when where which who why will with would you your "},
    {"es",
     " a al algo como con cuando de del desde donde e el ella ellas ellos en entre era es esa ese "
     "eso "
     "esta este esto fue ha han hay la las le les lo los mas me mi muy más nada ni no nos o para "
     "pero "
     "por porque que qué se ser si sin sobre son su sus también te tu un una unas uno unos y ya "
     "yo "},
    {"fi",
     " ei en että he hän ja jo joka jos kanssa kuin kun me mikä minä mitä mukaan mutta myös ne "
     "niin "
     "nyt oli olen on ovat se sekä siitä sinä tai te tämä vai vain voi "},
    {"fr",
     " à au aux avec c'est ce ces cette comme dans de des du elle en est et eux il ils je l la le "
     "les "
     "leur lui ma mais me mes moi mon ne nos notre nous on ont ou où par pas pour qu que qui sa "
     "sans "
     "se ses si son sont sur ta te tes toi ton tu un une vos votre vous y été être "},
    {"it",
     " a ad ai al alla alle anche che chi ci come con da dal dalla de dei del della delle di e ed "
     "è "
     "era gli ha hanno ho i il in io la le lei lo loro lui ma mi mia mio ne nei nel nella no noi "
     "non "
     "o per perché più quale quando quella quello questa questo se si sono su sua sul sulla suo "
     "tra "
     "tu un una uno vi voi "},
    {"nl",
     " aan als bij dan dat de der deze die dit doch door dus een en er ge had heb hebben heeft hem "
     "het hier hij hoe hun ik in is je kan maar me men met mij mijn naar niet nog nu of om omdat "
     "onder "
     "ons ook op over te tot u uit van veel voor want waren was wat werd wie wij wil wordt zal ze "
     "zich "
     "zij zijn zo zou "},
    {"no",
     " av at blir da de deg dem den der deres det du eller en er et for fra ha han har hun hva "
     "hvis "
     "hvor i ikke jeg kan man med meg men mot når og også om opp oss på seg sin skal som til ut "
     "var vi "
     "vil være å "},
    {"pt",
     " a ao aos as com como da das de dela dele do dos e ela ele em entre era essa esse esta este "
     "eu "
     "foi há isso já lhe mais mas me meu minha muito na nas nem no nos não o os ou para pela pelo "
     "por "
     "qual quando que quem se sem ser seu sua são só também te tem um uma você à é "},
    {"ru",
     " а без бы был была были было быть в вам вас во вот все вы где да для до его ее если есть еще "
     "же "
     "за и из или им их к как ко когда кто ли меня мне мы на над не него нее нет но ну о об он она "
     "они "
     "оно от по под при с со так также там то тоже только ты у уже чего чем что чтобы эта эти это "
     "этот "
     "я "},
    {"sv",
     " alla att av de dem den denna det detta dig din du efter eller en er ett för från ha han har "
     "hon "
     "hur här i icke inte jag kan man med men mig min mot nu när och om oss på sig sin ska som "
     "till upp "
     "ut var vi vid vill är över "},
}};

}  // namespace

bool is_stop_word(std::string_view word, std::string_view language) {
  const auto* const list = std::find_if(
      lists.begin(), lists.end(), [language](const List& row) { return row.language == language; });
  if (list == lists.end() || word.empty() || word.find(' ') != std::string_view::npos) return false;
  for (std::size_t at = list->words.find(word); at != std::string_view::npos;
       at = list->words.find(word, at + 1))
    if (list->words[at - 1] == ' ' && list->words[at + word.size()] == ' ') return true;
  return false;
}

}  // namespace blogsearch::text
