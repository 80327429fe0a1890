/** The export of the personal data of a user from all services. */
@NullMarked
package org.parley.auth.account.export;

import org.jspecify.annotations.NullMarked;
