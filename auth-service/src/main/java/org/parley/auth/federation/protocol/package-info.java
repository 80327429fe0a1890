/** The requests to identity providers, by OpenID Connect and by GitHub's OAuth. */
@NullMarked
package org.parley.auth.federation.protocol;

import org.jspecify.annotations.NullMarked;
