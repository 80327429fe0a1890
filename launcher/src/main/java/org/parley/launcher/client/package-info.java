/**
 * What the launcher and the end-to-end tests say to a running gateway, and what they
 * hear.
 */
@NullMarked
package org.parley.launcher.client;

import org.jspecify.annotations.NullMarked;
