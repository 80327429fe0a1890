package org.parley.platform.web.idempotency;

/** Stands for the annotation of platform-web, which this module does not know. */
public @interface Idempotent {

}
