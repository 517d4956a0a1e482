package org.shouxin.collections.app;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.shouxin.localstack.testing.LocalStackResource;

/**
 * Names the resources of the component tests once; Quarkus gives them to all: PostgreSQL, Kafka,
 * the stand-ins of messaging, voice and mail, and WireMock in place of origination and servicing.
 */
@QuarkusTestResource(
    value = LocalStackResource.class,
    initArgs = @ResourceArg(name = "service", value = "collections"))
@QuarkusTestResource(Neighbours.class)
public final class ComponentTest {
  private ComponentTest() {}
}
