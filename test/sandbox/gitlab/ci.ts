/** A project that has, behind TESTS_TO_RUN, one of everything that a pipeline can do. */
export const FILES = {
  '.gitlab-ci.yml': `
workflow:
  name: '$DRAWBRIDGE_KEY'
  rules:
    - if: $NO_PIPELINE
      when: never
    - when: always
stages: [build, test, deploy]
variables:
  TESTS_TO_RUN: test-all
build:
  stage: build
  script: [echo built > made.txt]
  artifacts: { paths: [made.txt] }
unit:
  stage: test
  script:
    - cat made.txt result.txt
    - grep -q pass result.txt
  rules:
    - if: '$TESTS_TO_RUN =~ /(^|,)(test-all|unit)(,|$)/'
slow-a: &slow
  stage: test
  script:
    - trap 'echo told to stop; exit 1' TERM
    - sleep 3000 & wait
  rules:
    - if: '$TESTS_TO_RUN =~ /(^|,)slow(,|$)/'
slow-b: *slow
code-7:
  stage: test
  script: [exit 7]
  rules:
    - if: '$TESTS_TO_RUN =~ /(^|,)code-7(,|$)/'
may-fail:
  stage: test
  script: ['false']
  allow_failure: true
  rules:
    - if: '$TESTS_TO_RUN =~ /(^|,)may-fail(,|$)/'
gate:
  stage: test
  script: [echo open]
  rules:
    - if: '$TESTS_TO_RUN =~ /(^|,)gate(,|$)/'
      when: manual
early:
  stage: deploy
  needs: []
  script: ['echo "saw:$SAW:$BASH_ENV:" ; env']
  variables: { SAW: job }
  rules:
    - if: '$TESTS_TO_RUN =~ /(^|,)early(,|$)/'
      variables: { FROM_RULE: rule }
deploy:
  stage: deploy
  script: [echo deployed]
child:
  stage: deploy
  trigger: acme/other
on-failure:
  stage: deploy
  script: [echo cleaning]
  when: on_failure
`,
  'result.txt': 'pass\n',
};
