package org.parley.platform.events;

/** Replaces the type of platform-events, whose tests depend on this module. */
public interface ParleyEvent {

}
