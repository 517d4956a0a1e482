package org.shouxin.chassis.app;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** An aggregate of the test application. */
@Entity
@Table(name = "thing")
public class Thing {
  @Id private UUID id;

  private String name;

  @Column(name = "price_minor")
  private long priceMinor;

  @Version private int version;

  protected Thing() {}

  Thing(UUID id, String name, long priceMinor) {
    this.id = id;
    this.name = name;
    this.priceMinor = priceMinor;
  }

  UUID id() {
    return id;
  }

  String name() {
    return name;
  }
}
