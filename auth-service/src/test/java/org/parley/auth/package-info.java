/** The service as its clients see it. */
@NullMarked
package org.parley.auth;

import org.jspecify.annotations.NullMarked;
