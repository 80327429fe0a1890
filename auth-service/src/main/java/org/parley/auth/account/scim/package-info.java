/** Provisioning of accounts and groups by directories: SCIM 2.0 (RFC 7643, RFC 7644). */
@NullMarked
package org.parley.auth.account.scim;

import org.jspecify.annotations.NullMarked;
