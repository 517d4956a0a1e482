package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.shouxin.localstack.standin.StandInAdmin;
import org.shouxin.localstack.story.client.Pace;

/**
 * What the topics say, read once from their beginning. An event that was sent twice (same id)
 * counts once: at least once is what the topics promise, and the consumers' business to get right.
 */
final class TopicFacts {

  private static final String[] PARTS = {"cost", "interest", "penalty", "principal", "unapplied"};

  private static final int READS_MAX = 12;
  private static final long PAUSE_MILLIS = 3_000;

  private final PersonalData personalData;
  private final EventContracts contracts;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Long> byType = new TreeMap<>();
  private final Map<String, Map<String, Long>> byLoan = new HashMap<>();
  private final Map<String, BigDecimal> collectedByLoan = new HashMap<>();
  private final Map<String, TreeSet<Long>> versions = new HashMap<>();
  private final Map<String, BigDecimal> payments = new HashMap<>();
  private final Map<String, String> payloads = new HashMap<>();
  private final Map<String, Integer> disbursed = new HashMap<>();
  private final Set<String> reversed = new HashSet<>();
  private BigDecimal allocated = BigDecimal.ZERO;
  private long records;
  private long repeats;
  private Optional<String> firstDeadLetter = Optional.empty();
  private Optional<String> firstPersonalDatum = Optional.empty();
  private Optional<String> firstChangedRepeat = Optional.empty();
  private final Map<String, String> breaches = new TreeMap<>();
  private long deadLetters;

  TopicFacts(PersonalData personalData, EventContracts contracts) {
    this.personalData = personalData;
    this.contracts = contracts;
  }

  static TopicFacts read(String kafka, PersonalData personalData) {
    TopicFacts facts = new TopicFacts(personalData, EventContracts.published());
    new Topics(kafka).readAll(facts::take);
    return facts;
  }

  /** Reads until every booking of the bank was told in the topics, or for as long as is patient. */
  static TopicFacts readWhenComplete(
      String kafka, PersonalData personalData, StandInAdmin outside) {
    TopicFacts facts = read(kafka, personalData);
    for (int i = 1; i < READS_MAX && facts.told() < outside.bankTotals().entries(); i++) {
      Pace.pause(PAUSE_MILLIS);
      facts = read(kafka, personalData);
    }
    return facts;
  }

  private long told() {
    return payments.size() + disbursed.size() + count("servicing.payment.reversed.v1");
  }

  void take(ConsumerRecord<String, String> event) {
    records++;
    String value = event.value() == null ? "" : event.value();
    personalData
        .in(event.key() + " " + value)
        .filter(found -> firstPersonalDatum.isEmpty())
        .ifPresent(found -> firstPersonalDatum = Optional.of(event.topic() + ": " + found));
    String type = Topics.header(event, "type");
    if (event.topic().contains(Topics.DEAD_LETTERS)) {
      deadLetters++;
      firstDeadLetter = firstDeadLetter.or(() -> Optional.of(event.topic() + " " + type));
      return;
    }
    contracts.breach(event).ifPresent(breach -> breaches.putIfAbsent(type, breach));
    String id = Topics.header(event, "id");
    if (!seen.add(id)) {
      repeats++;
      if (!value.equals(payloads.get(id))) {
        firstChangedRepeat = Optional.of(event.topic() + " " + id);
      }
      return;
    }
    payloads.put(id, value);
    byType.merge(type, 1L, Long::sum);
    String version = Topics.header(event, "aggregate-version");
    versions
        .computeIfAbsent(event.topic() + "/" + event.key(), key -> new TreeSet<>())
        .add(Long.parseLong(version));
    JsonObject payload = new JsonObject(value);
    String loanId = payload.getString("loanId");
    if (loanId != null) {
      byLoan.computeIfAbsent(loanId, loan -> new HashMap<>()).merge(type, 1L, Long::sum);
    }
    learn(type, payload);
  }

  private void learn(String type, JsonObject payload) {
    switch (type) {
      case "servicing.loan.disbursed.v1" ->
          disbursed.merge(payload.getString("loanId"), 1, Integer::sum);
      case "servicing.payment.received.v1" -> {
        BigDecimal amount = amount(payload.getJsonObject("amount"));
        payments.put(payload.getString("paymentId"), amount);
        collectedByLoan.merge(payload.getString("loanId"), amount, BigDecimal::add);
        allocated = allocated.add(allocation(payload));
      }
      case "servicing.payment.reversed.v1" -> {
        reversed.add(payload.getString("paymentId"));
        allocated = allocated.subtract(allocation(payload).abs());
      }
      default -> {}
    }
  }

  private static BigDecimal allocation(JsonObject payload) {
    JsonObject parts = payload.getJsonObject("allocation");
    BigDecimal sum = BigDecimal.ZERO;
    for (String part : PARTS) {
      sum = sum.add(amount(parts.getJsonObject(part)));
    }
    return sum;
  }

  private static BigDecimal amount(JsonObject money) {
    return money == null ? BigDecimal.ZERO : new BigDecimal(money.getString("amount"));
  }

  long count(String type) {
    return byType.getOrDefault(type, 0L);
  }

  /** How often a type of event was told of some loans. */
  long count(String type, Set<String> loanIds) {
    return loanIds.stream()
        .mapToLong(id -> byLoan.getOrDefault(id, Map.of()).getOrDefault(type, 0L))
        .sum();
  }

  /** What was paid for some loans. */
  BigDecimal collected(Set<String> loanIds) {
    return loanIds.stream()
        .map(id -> collectedByLoan.getOrDefault(id, BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  long records() {
    return records;
  }

  long repeats() {
    return repeats;
  }

  long deadLetters() {
    return deadLetters;
  }

  Optional<String> firstDeadLetter() {
    return firstDeadLetter;
  }

  Optional<String> firstPersonalDatum() {
    return firstPersonalDatum;
  }

  /** The first breach of the published contract by each type of event that broke it. */
  Collection<String> breaches() {
    return breaches.values();
  }

  /** How many of the published types of events were met. */
  String typesMet() {
    return contracts.coverage();
  }

  /** An event whose repetition says something else. */
  Optional<String> firstChangedRepeat() {
    return firstChangedRepeat;
  }

  /**
   * Everything that payments covered, by the events: cost, interest, penalty, principal, unapplied.
   */
  BigDecimal allocated() {
    return allocated;
  }

  /** Payments by their id, which is the bank's requestId of the debit. */
  Map<String, BigDecimal> payments() {
    return payments;
  }

  /** Ids of the payments that were taken back. */
  Set<String> reversed() {
    return reversed;
  }

  /** How often each loan was told to be paid out. */
  Map<String, Integer> disbursed() {
    return disbursed;
  }

  /** An aggregate of which a version is missing between its first and its last event. */
  Optional<String> firstGap() {
    return versions.entrySet().stream()
        .filter(each -> hasGap(each.getValue()))
        .map(each -> each.getKey() + " " + each.getValue())
        .findFirst();
  }

  private static boolean hasGap(TreeSet<Long> all) {
    return all.last() - all.first() + 1 != all.size();
  }
}
