/** Tests of who gets in. */
@NullMarked
package org.parley.platform.security;

import org.jspecify.annotations.NullMarked;
