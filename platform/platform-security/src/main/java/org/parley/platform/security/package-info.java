/** Authentication and authorization: every service verifies access tokens itself. */
@NullMarked
package org.parley.platform.security;

import org.jspecify.annotations.NullMarked;
