/**
 * What every token may do that has the policy `default`, in our own words (OpenBao docs, "Policies", "Built-in policies").
 * Left out: identities, which are not imitated, and tools.
 */
export const DEFAULT_POLICY = `
# About itself.
path "auth/token/lookup-self"    { capabilities = ["read"] }
path "auth/token/renew-self"     { capabilities = ["update"] }
path "auth/token/revoke-self"    { capabilities = ["update"] }
path "sys/capabilities-self"     { capabilities = ["update"] }
path "sys/internal/ui/resultant-acl" { capabilities = ["read"] }

# Leases that it holds.
path "sys/leases/renew"          { capabilities = ["update"] }
path "sys/leases/lookup"         { capabilities = ["update"] }

# What is wrapped, and a place of its own.
path "cubbyhole/*"               { capabilities = ["create", "read", "update", "delete", "list"] }
path "sys/wrapping/wrap"         { capabilities = ["update"] }
path "sys/wrapping/lookup"       { capabilities = ["update"] }
path "sys/wrapping/unwrap"       { capabilities = ["update"] }
`;
