package org.shouxin.chassis.outbox;

/**
 * Something that happened, to be told to others.
 *
 * @param topic one per kind of aggregate
 * @param key the aggregate's id; order holds per topic and key
 * @param type dotted, versioned name, for instance {@code "x.thing.changed.v1"}
 * @param payload a record that Jackson writes; carries no personal datum
 */
public record OutgoingEvent(String topic, String key, String type, Object payload) {}
