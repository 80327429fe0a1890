/** People, as a projection of the accounts in auth-service. */
@NullMarked
package org.parley.social.person;

import org.jspecify.annotations.NullMarked;
