package org.shouxin.chassis.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.data.Numeric;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Entities to rows and back, by their annotations alone. */
class EntityRowsTest {

  private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
  private static final OffsetDateTime AT =
      OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC);

  enum Colour {
    RED,
    BLUE
  }

  @Embeddable
  record Size(@Column(name = "width_mm") long width, Colour colour, BigDecimal ratio) {}

  @Table(name = "box")
  static class Box {
    @Id private UUID id;
    @Version private long version;
    @Embedded private Size size;

    @Column(name = "made_at")
    private Instant madeAt;

    private int lids;
    @OneToMany private List<Lid> all = new ArrayList<>();
  }

  @Table(name = "lid")
  static class Lid {
    @Id private UUID id;

    @JoinColumn(name = "box_id")
    private Box box;

    private boolean shut;
  }

  private final EntityRows<Box> boxes = EntityRows.of(Box.class);
  private final EntityRows<Lid> lids = EntityRows.of(Lid.class);

  private static Object[] row() {
    return new Object[] {ID, 7L, 20L, "BLUE", Numeric.parse("1.50"), AT, 3};
  }

  @Test
  void aRowBecomesTheEntityAndTheEntityItsRow() {
    assertThat(boxes.columns("b"))
        .isEqualTo("b.id, b.version, b.width_mm, b.colour, b.ratio, b.made_at, b.lids");

    Box box = boxes.read(row());

    assertThat(box.size).isEqualTo(new Size(20, Colour.BLUE, new BigDecimal("1.50")));
    assertThat(box.madeAt).isEqualTo(AT.toInstant());
    assertThat(box.all).isEmpty();
    assertThat(boxes.values(box)).isEqualTo(row());
  }

  @Test
  void anEmbeddedRecordOfNothingButNullsIsNull() {
    Box box = boxes.read(new Object[] {ID, 0L, null, null, null, null, 0});

    assertThat(box.size).isNull();
    assertThat(boxes.values(box)).containsExactly(ID, 0L, null, null, null, null, 0);
  }

  @Test
  void onlyColumnsThatChangedAreWrittenAndTheVersionMoves() {
    Box same = boxes.read(row());
    Box changed = boxes.read(row());
    Map<Box, Object[]> before = new LinkedHashMap<>();
    before.put(same, boxes.values(same));
    before.put(changed, boxes.values(changed));

    assertThat(boxes.update(before)).isEmpty();
    changed.lids = 4;
    Statement update = boxes.update(before).orElseThrow();

    assertThat(update.sql())
        .isEqualTo(
            "update box t set version = t.version + 1, lids = n.lids"
                + " from unnest($1::uuid[], $2::integer[]) as n (id, lids) where t.id = n.id");
    assertThat(update.parameters()).isEqualTo(new Object[] {new UUID[] {ID}, new Integer[] {4}});
  }

  @Test
  void aChildRefersToItsParent() {
    Box box = boxes.read(row());
    Object[] row = {UUID.randomUUID(), ID, true};

    Lid lid = lids.read(row, box);

    assertThat(lid.box).isSameAs(box);
    assertThat(lids.parentId(row)).isEqualTo(ID);
    Statement insert = lids.insert(List.of(lid));
    assertThat(insert.sql())
        .isEqualTo(
            "insert into lid (id, box_id, shut)"
                + " select * from unnest($1::uuid[], $2::uuid[], $3::boolean[])");
    assertThat(insert.parameters()[1]).isEqualTo(new UUID[] {ID});
  }
}
