/** Tests of authentication and authorization. */
@NullMarked
package org.parley.platform.security;

import org.jspecify.annotations.NullMarked;
