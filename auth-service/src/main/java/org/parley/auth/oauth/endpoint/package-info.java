/** Paths of the provider's endpoints and pages. */
@NullMarked
package org.parley.auth.oauth.endpoint;

import org.jspecify.annotations.NullMarked;
