/** Refuses invalid requests early. */
@NullMarked
package org.parley.gateway.request;

import org.jspecify.annotations.NullMarked;
