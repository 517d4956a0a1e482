package org.shouxin.origination.component;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.shouxin.localstack.testing.LocalStackResource;

/**
 * What every component test runs on: real PostgreSQL and Kafka, an issuer of tokens, the outside
 * parties' stand-ins over HTTP, and doubles of the two peers. Started once for the module.
 */
@QuarkusTestResource(
    value = LocalStackResource.class,
    initArgs = @ResourceArg(name = "service", value = "origination"))
@QuarkusTestResource(Peers.class)
final class Stack {

  private Stack() {}
}
