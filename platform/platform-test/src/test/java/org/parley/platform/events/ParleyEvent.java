package org.parley.platform.events;

/** Stands in for the one in platform-events, whose tests need this module. */
public interface ParleyEvent {

}
