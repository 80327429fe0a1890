package org.parley.platform.messaging;

/** Replaces the type of platform-messaging, whose tests depend on this module. */
public interface ParleyEvent {

}
