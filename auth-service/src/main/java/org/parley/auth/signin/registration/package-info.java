/** Opening of accounts. */
@NullMarked
package org.parley.auth.signin.registration;

import org.jspecify.annotations.NullMarked;
