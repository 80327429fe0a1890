/** Sign-in and registration with an identity at a provider. */
@NullMarked
package org.parley.auth.federation.join;

import org.jspecify.annotations.NullMarked;
