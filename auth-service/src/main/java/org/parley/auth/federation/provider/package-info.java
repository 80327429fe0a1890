/** Identity providers that administrators add. */
@NullMarked
package org.parley.auth.federation.provider;

import org.jspecify.annotations.NullMarked;
