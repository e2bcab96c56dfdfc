import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.List;

/** HeidelTime over all articles in one JVM: CONFIG FOLDER ROUNDS. FOLDER holds n.txt and n.day, and gets n.tml. */
public class HeidelTimeBatch {
    public static void main(String[] arguments) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        Path folder = Path.of(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        HeidelTimeStandalone tagger = new HeidelTimeStandalone(
            Language.getLanguageFromString("auto-indonesian"), DocumentType.NEWS, OutputType.TIMEML, arguments[0],
            POSTagger.NO);
        SimpleDateFormat days = new SimpleDateFormat("yyyy-MM-dd");
        List<String> texts = new ArrayList<>();
        List<java.util.Date> published = new ArrayList<>();
        for (int number = 0; Files.exists(folder.resolve(number + ".txt")); number++) {
            texts.add(Files.readString(folder.resolve(number + ".txt")));
            published.add(days.parse(Files.readString(folder.resolve(number + ".day")).strip()));
        }
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        StringBuilder seconds = new StringBuilder();
        for (int round = 0; round < rounds; round++) {
            List<String> found = new ArrayList<>();
            long start = System.nanoTime();
            long used = processor.getCurrentThreadCpuTime();
            for (int number = 0; number < texts.size(); number++) {
                found.add(tagger.process(texts.get(number), published.get(number)));
            }
            used = processor.getCurrentThreadCpuTime() - used;
            seconds.append((System.nanoTime() - start) / 1e9).append(' ').append(used / 1e9).append('\n');
            for (int number = 0; number < found.size(); number++) {
                Files.writeString(folder.resolve(number + ".tml"), found.get(number));
            }
        }
        Files.writeString(folder.resolve("seconds"), seconds.toString());
    }
}
