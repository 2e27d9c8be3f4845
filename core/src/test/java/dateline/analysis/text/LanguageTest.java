package dateline.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.pipeline.BundledLexicon;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    private static final Language LANGUAGE = new Language(BundledLexicon.of("en"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "German | Die Hafenarbeiter in Norhaven haben am Dienstag die Arbeit niedergelegt, weil die Behörde nicht mit ihnen über neue Schichten sprechen wollte.",
                "French | Les dockers de Norhaven ont cessé le travail mardi parce que le port ne voulait pas parler avec eux des nouveaux horaires.",
                "Spanish | Los estibadores de Norhaven dejaron el trabajo el martes porque la oficina del puerto no quería hablar con ellos sobre los turnos.",
                "Portuguese | Os estivadores de Norhaven pararam na terça-feira porque o porto não queria falar com eles sobre os novos turnos da noite.",
                "Italian | I portuali di Norhaven hanno lasciato il lavoro martedì perché la direzione del porto non voleva parlare con loro dei turni.",
                "Dutch | De havenarbeiders van Norhaven hebben dinsdag het werk neergelegd omdat de haven niet met hen over de nieuwe diensten wilde praten.",
                "Swedish | Hamnarbetarna i Norhaven lade ner arbetet på tisdagen efter att hamnen inte ville tala med dem om de nya skiften.",
                "Norwegian | Havnearbeiderne i Norhaven la ned arbeidet på tirsdag etter at havnen ikke ville snakke med dem om de nye skiftene som kommer nå.",
                "Danish | Havnearbejderne i Norhaven nedlagde arbejdet i tirsdags, efter at havnen ikke ville tale med dem om de nye vagter, der blev indført.",
                "Finnish | Norhavenin satamatyöntekijät lopettivat työt tiistaina, koska satama ei halunnut puhua heidän kanssaan uusista vuoroista, ja se oli hyvin outoa.",
                "Polish | Dokerzy z Norhaven przerwali we wtorek pracę, bo zarząd portu nie chciał z nimi rozmawiać o nowych zmianach i o tym, co dla nich jest ważne.",
                "Czech | Dělníci v přístavu Norhaven v úterý zastavili práci, protože vedení s nimi nechtělo mluvit o nových směnách, které jsou podle nich příliš dlouhé a není to tak dobré.",
                "Hungarian | A kikötő munkásai kedden letették a munkát, mert az igazgató nem akart velük beszélni az új műszakokról, és ez már nem az első eset, hogy ez így van.",
                "Romanian | Docherii din Norhaven au oprit lucrul marți pentru că portul nu a vrut să vorbească cu ei despre noile ture și este pentru a doua oară în acest an.",
                "'Croatian, Bosnian or Serbian' | Lučki radnici u Norhavenu u utorak su prekinuli rad jer uprava nije htjela razgovarati s njima o novim smjenama koje su uvedene nakon poplave.",
                "Turkish | Norhaven limanında çalışan işçiler salı günü işi bıraktı, çünkü liman yönetimi yeni vardiyalar için onlarla konuşmak istemedi ve bu çok uzun bir gün oldu.",
                "Indonesian or Malay | Para pekerja pelabuhan Norhaven berhenti bekerja pada hari Selasa karena kantor pelabuhan tidak mau bicara dengan mereka dan ini adalah yang kedua.",
                "Vietnamese | Công nhân cảng đã ngừng làm việc vào thứ ba vì ban quản lý cảng không muốn nói chuyện với họ về các ca làm mới trong năm này.",
                "Swahili | Wafanyakazi wa bandari ya Norhaven waliacha kazi siku ya Jumanne kwa sababu ofisi ya bandari haikutaka kuzungumza na wao katika mkutano huo.",
                "Filipino | Tumigil sa trabaho ang mga manggagawa sa daungan noong Martes dahil ayaw makipag-usap sa kanila ng opisina at ito ay para sa mga bagong oras.",
                "Russian | Докеры порта во вторник прекратили работу, потому что управление не хотело говорить с ними о новых сменах.",
                "Ukrainian | Докери порту у вівторок припинили роботу, тому що управління не хотіло говорити з ними про нові зміни, які було введено після повені.",
                "Arabic | توقف عمال الميناء عن العمل يوم الثلاثاء بعد أن رفضت إدارة الميناء الحديث معهم عن الورديات الجديدة في هذا الشهر.",
                "Persian | کارگران بندر روز سه شنبه دست از کار کشیدند و گفتند که این کار را برای حقوق خود می کنند و از آن خسته شده اند.",
                "Hebrew | עובדי הנמל הפסיקו לעבוד ביום שלישי אחרי שההנהלה סירבה לדבר איתם על המשמרות החדשות.",
                "Greek | Οι λιμενεργάτες σταμάτησαν την εργασία την Τρίτη επειδή η διοίκηση δεν ήθελε να μιλήσει μαζί τους.",
                "Chinese | 港口工人周二停止工作，因为港务局不愿与他们谈论新的班次。",
                "Japanese | 港の労働者は火曜日に仕事をやめた。港の事務所が新しい勤務について話そうとしなかったためだ。",
                "Korean | 항만 노동자들은 화요일에 일을 멈췄다. 항만청이 새 근무에 대해 이야기하지 않으려 했기 때문이다.",
                "Hindi | बंदरगाह के मज़दूरों ने मंगलवार को काम बंद कर दिया क्योंकि दफ़्तर ने नई पालियों पर बात नहीं की।",
                "Thai | คนงานท่าเรือหยุดทำงานเมื่อวันอังคารเพราะฝ่ายบริหารไม่ยอมคุยกับพวกเขา"
            })
    void otherLanguagesAreNamed(String name, String text) {
        assertThat(LANGUAGE.other(text)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dockers in Norhaven walked out on Tuesday, the harbour office said.",
                "Gate open. Crowd huge #Norhaven",
                "BREAKING: explosion, smoke, sirens, Norhaven quay, more soon",
                "Norhaven: Lind, Berg, Osei, Marchetti, Dvořák, Nguyễn elected",
                "5.9",
                "“Vive la grève,” they shouted, “vive la grève.” The dockers of Saint-Aubin had come by the hundred to the gate.",
                "El Niño, La Niña and the Mar de Plata: a captain’s guide to the storms of the year, by Ana de la Cruz"
            })
    void shortOrQuotingEnglishIsEnglish(String text) {
        assertThat(LANGUAGE.other(text)).isEmpty();
    }
}
