/** Invitations, and who invited whom. */
@NullMarked
package org.parley.auth.signin.admission.invitation;

import org.jspecify.annotations.NullMarked;
