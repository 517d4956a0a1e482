package org.shouxin.chassis.app;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.shouxin.localstack.testing.LocalStackResource;

/** Names the resources of the component tests once; Quarkus gives them to all. */
@QuarkusTestResource(
    value = LocalStackResource.class,
    initArgs = @ResourceArg(name = "service", value = "risk"))
@QuarkusTestResource(TestTopics.class)
@QuarkusTestResource(DatabaseLine.class)
@QuarkusTestResource(PeerStub.class)
public final class ComponentTest {
  private ComponentTest() {}
}
