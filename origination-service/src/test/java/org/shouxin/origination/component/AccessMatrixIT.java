package org.shouxin.origination.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.shouxin.localstack.testing.AccessMatrix;

/** Every operation against every role. */
@QuarkusTest
class AccessMatrixIT {

  @TestHTTPResource URI service;

  @Test
  void everyCellHolds() {
    assertThat(AccessMatrix.of(service).verify()).isGreaterThan(200);
  }
}
