/** Tests of the endpoints of the provider. */
@NullMarked
package org.parley.auth.oauth.protocol;

import org.jspecify.annotations.NullMarked;
