/**
 * Requests that are refused before anyone has to read them.
 */
@NullMarked
package org.parley.gateway.request;

import org.jspecify.annotations.NullMarked;
