package org.shouxin.chassis.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TimeOrderedIdsTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Example
  void isAVersionSevenUuidOfItsMillisecond() {
    UUID id = new TimeOrderedIds(Clock.fixed(START, ZoneOffset.UTC), new SecureRandom()).next();
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(START.toEpochMilli());
  }

  @Property
  void ascendsAndNeverRepeatsThoughTheClockJumpsBack(
      @ForAll @Size(max = 200) List<@IntRange(min = -100_000, max = 100_000) Integer> jumps) {
    Jumping clock = new Jumping();
    TimeOrderedIds ids = new TimeOrderedIds(clock, new SecureRandom());
    List<String> made = new ArrayList<>();
    for (int jump : jumps) {
      clock.now = clock.now.plusMillis(jump);
      made.add(ids.next().toString());
    }
    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Example
  void carriesIntoTheNextMillisecondWhenOneIsFull() {
    TimeOrderedIds ids = new TimeOrderedIds(Clock.fixed(START, ZoneOffset.UTC), new SecureRandom());
    List<String> made = IntStream.range(0, 10_000).mapToObj(i -> ids.next().toString()).toList();
    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Example
  void isUniqueAcrossThreads() {
    TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC(), new SecureRandom());
    List<UUID> made = IntStream.range(0, 50_000).parallel().mapToObj(i -> ids.next()).toList();
    Set<UUID> distinct = new HashSet<>(made);
    assertThat(distinct).hasSize(made.size());
  }

  private static final class Jumping extends Clock {
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
