/** Identities at providers that belong to accounts. */
@NullMarked
package org.parley.auth.federation.identity;

import org.jspecify.annotations.NullMarked;
