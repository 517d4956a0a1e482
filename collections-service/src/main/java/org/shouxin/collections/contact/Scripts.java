package org.shouxin.collections.contact;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.shouxin.chassis.text.Texts;
import org.shouxin.collections.contact.model.Channel;
import org.shouxin.collections.contact.model.Contact;
import org.shouxin.collections.contact.model.Person;
import org.shouxin.collections.contact.model.Refusal;
import org.shouxin.collections.contact.model.Script;
import org.shouxin.collections.contact.model.ScriptContent;

/**
 * The approved texts. Their words are read at start in every language; one that breaks a content
 * rule keeps the service from starting.
 */
@Startup
@ApplicationScoped
public class Scripts {
  private static final String BUNDLE = "scripts";
  private static final String SUBJECT = ".subject";
  private static final LocalDate APPROVED = LocalDate.of(2000, 1, 1);
  private static final Set<Person> DEBTORS = Set.of(Person.DEBTOR, Person.GUARANTOR);
  private static final List<Script> ALL =
      List.of(
          script("FIRST_NOTICE", DEBTORS, Channel.values()),
          script("CALL_FOR_PLAN", DEBTORS, Channel.VOICE),
          script("LAST_NOTICE", DEBTORS, Channel.values()),
          script("ASK_FOR_CONTACT", Set.of(Person.THIRD_PARTY), Channel.VOICE));

  public Scripts() {
    for (Script script : ALL) {
      for (Locale locale : List.of(Texts.DEFAULT_LOCALE, Locale.ENGLISH)) {
        boolean forOthers = script.persons().contains(Person.THIRD_PARTY);
        List<Refusal> faults =
            ScriptContent.faults(Texts.of(BUNDLE, locale, script.textKey()), forOthers);
        if (!faults.isEmpty()) {
          throw new IllegalStateException(script.textKey() + " " + locale + ": " + faults);
        }
      }
    }
  }

  public Optional<Script> find(String code) {
    return ALL.stream().filter(script -> script.code().equals(code)).findFirst();
  }

  /** A text that may be used with a channel, for questions about the channel alone. */
  Script any(Channel channel) {
    return ALL.stream()
        .filter(script -> script.channels().contains(channel))
        .filter(script -> script.persons().contains(Person.DEBTOR))
        .findFirst()
        .orElseThrow();
  }

  /** The words of a contact: the same at every repetition, since they carry its date alone. */
  String words(Contact contact) {
    return Texts.of(
        BUNDLE, Texts.locale(contact.language()), key(contact), contact.businessDate().toString());
  }

  String subject(Contact contact) {
    return Texts.of(BUNDLE, Texts.locale(contact.language()), key(contact) + SUBJECT);
  }

  String key(Contact contact) {
    return contact.scriptCode() + "." + contact.scriptVersion();
  }

  private static Script script(String code, Set<Person> persons, Channel... channels) {
    return new Script(code, 1, Set.of(channels), persons, true, APPROVED, null);
  }
}
