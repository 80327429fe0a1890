package org.parley.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The addresses of a controller leave the site, in mails and in readers of feeds.
 * Programs that pass them on add query properties to count clicks or to avoid caches,
 * which are ignored.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LengthenedAddress {

}
