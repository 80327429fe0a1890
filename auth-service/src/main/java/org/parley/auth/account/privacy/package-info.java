/** The personal data that this service stores. */
@NullMarked
package org.parley.auth.account.privacy;

import org.jspecify.annotations.NullMarked;
