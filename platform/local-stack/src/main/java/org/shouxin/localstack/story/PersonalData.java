package org.shouxin.localstack.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shouxin.localstack.story.plan.Persona;

/** Looks for names, ID numbers, phones, cards and mail addresses of the run's persons in texts. */
final class PersonalData {

  private static final int PHONE_DIGITS = 11;
  private static final Pattern CANDIDATE =
      Pattern.compile("\\d{11,}[Xx]?|\\p{IsHan}{3,}|[\\w.+-]+@[\\w.-]+");

  private final Set<String> texts = new HashSet<>();
  private final Set<Integer> lengths = new HashSet<>();

  PersonalData(List<Persona> persons) {
    for (Persona person : persons) {
      remember(person.name());
      remember(person.idNumber());
      remember(person.phone().substring(person.phone().length() - PHONE_DIGITS));
      remember(person.cardNumber());
      remember(person.email());
    }
  }

  private void remember(String text) {
    texts.add(text);
    lengths.add(text.length());
  }

  /** The first personal datum in the text, masked. */
  Optional<String> in(String text) {
    Matcher candidates = CANDIDATE.matcher(text);
    while (candidates.find()) {
      String found = candidates.group();
      for (int length : lengths) {
        for (int start = 0; start + length <= found.length(); start++) {
          if (texts.contains(found.substring(start, start + length))) {
            return Optional.of(found.charAt(start) + "*** (" + length + " characters)");
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Where in a directory of log files a personal datum stands: file and line. */
  Optional<String> inLogs(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      Optional<String> found = inFile(file);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<String> inFile(Path file) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder))) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        Optional<String> found = in(line);
        if (found.isPresent()) {
          return Optional.of(file.getFileName() + ":" + number + " " + found.get());
        }
      }
      return Optional.empty();
    }
  }
}
