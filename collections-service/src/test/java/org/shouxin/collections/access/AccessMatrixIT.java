package org.shouxin.collections.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.shouxin.collections.app.Days;
import org.shouxin.localstack.testing.AccessMatrix;

/** Every operation of the service against every role. */
@QuarkusTest
class AccessMatrixIT {
  private static final int OPERATIONS_MIN = 15;

  @TestHTTPResource URI service;

  @Test
  void everyOperationIsOpenToItsRolesAndToNobodyElse() {
    Days.today();
    int cells = AccessMatrix.of(service).verify();
    assertThat(cells).isGreaterThan(OPERATIONS_MIN * AccessMatrix.ROLES.size());
  }
}
